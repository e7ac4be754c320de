import { mailWaiting } from "#lib/services/notifications/mail-waiting.ts";
import type { Handler } from "../job.ts";

/** Mails people what they want mailed. */
export const mailNotifications: Handler<"mail-notifications"> = async (job) => {
	const { mailed, unneeded, failed } = await mailWaiting(job);
	const verb = job.dryRun ? "Would mail" : "Mailed";
	return `${verb} ${mailed} people; ${unneeded} need no mail; ${failed} could not be mailed.`;
};
