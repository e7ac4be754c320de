import { deliverDue } from "#lib/services/webhooks/deliver.ts";
import type { Handler } from "../job.ts";

/** Delivers what is due at one endpoint. */
export const deliverWebhooks: Handler<"deliver-webhooks"> = async (job, target) => {
	if (job.dryRun) return `would deliver what is due at ${target.endpointId}`;
	const { delivered, failed, parked } = await deliverDue(job, target);
	return `${delivered} delivered, ${failed} to be tried again, ${parked} parked`;
};
