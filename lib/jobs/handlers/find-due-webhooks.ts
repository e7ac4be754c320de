import { startDueDeliveries } from "#lib/services/webhooks/find-due.ts";
import type { Handler } from "../job.ts";

/** Starts deliveries wherever something is due. */
export const findDueWebhooks: Handler<"find-due-webhooks"> = async (job) => {
	const endpoints = await startDueDeliveries(job, job);
	return `${endpoints} endpoints with something due`;
};
