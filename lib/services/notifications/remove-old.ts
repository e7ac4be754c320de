import type { Database } from "#lib/data/client.ts";
import { deleteNotificationsBefore } from "#lib/data/housekeeping.ts";

const DAY_MS = 86_400_000;
const DAYS_KEPT = 180;
const BATCH = 1_000;

/** Deletes notifications that are older than 180 days, in batches, so that no statement holds many rows for long. Returns how many. */
export async function removeOldNotifications(
	database: Database,
	now: Date,
	signal?: AbortSignal,
): Promise<number> {
	const before = new Date(now.getTime() - DAYS_KEPT * DAY_MS);
	let removed = 0;
	for (let deleted = BATCH; deleted === BATCH && !signal?.aborted; removed += deleted) {
		deleted = await deleteNotificationsBefore(database, before, BATCH);
	}
	return removed;
}
