import type { Database } from "#lib/data/client.ts";
import { deleteSessionsBefore } from "#lib/data/housekeeping.ts";
import { inBatches } from "../in-batches.ts";

const DAY_MS = 86_400_000;
const DAYS_KEPT = 30;
/** What is more waits for the next run, so that no run takes hours. */
const BATCHES_MAX = 100;

/** Deletes sessions that ended or expired more than 30 days ago. Returns how many. */
export function removeOldSessions(database: Database, now: Date, signal?: AbortSignal): Promise<number> {
	const before = new Date(now.getTime() - DAYS_KEPT * DAY_MS);
	return inBatches((max) => deleteSessionsBefore(database, before, max), {
		signal,
		most: BATCHES_MAX,
	});
}
