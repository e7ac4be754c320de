import type { Database } from "#lib/data/client.ts";
import { deleteNotificationsBefore } from "#lib/data/housekeeping.ts";
import { inBatches } from "../in-batches.ts";

const DAY_MS = 86_400_000;
const DAYS_KEPT = 180;

/** Deletes notifications that are older than 180 days. Returns how many. */
export function removeOldNotifications(database: Database, now: Date, signal?: AbortSignal): Promise<number> {
	const before = new Date(now.getTime() - DAYS_KEPT * DAY_MS);
	return inBatches((max) => deleteNotificationsBefore(database, before, max), { signal });
}
