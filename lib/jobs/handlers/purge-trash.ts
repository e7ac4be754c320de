import { purgeTrash as purge } from "#lib/services/keys/purge-trash.ts";
import type { Handler } from "../job.ts";

/** Removes for good what has been in the trash for too long to be restored, and location tokens that have ended. */
export const purgeTrash: Handler<"purge-trash"> = async (job) => {
	const { purged, failed } = await purge(job);
	const keys = purged === 1 ? "1 key" : `${purged} keys`;
	const outcome = job.dryRun ? `${keys} would be removed for good` : `${keys} removed for good`;
	return failed === 0 ? outcome : `${outcome}, ${failed} could not be`;
};
