import type { Database } from "#lib/data/client.ts";
import { deleteSessionsBefore } from "#lib/data/housekeeping.ts";

const DAY_MS = 86_400_000;
const SESSIONS_KEPT_DAYS = 30;
const BATCH = 1_000;
const BATCHES_MAX = 100;

/** Deletes sessions that are long over, and says how many: in batches, so that no statement holds many rows for long. */
export async function removeOldSessions(
	database: Database,
	now: Date,
	signal?: AbortSignal,
): Promise<number> {
	const before = new Date(now.getTime() - SESSIONS_KEPT_DAYS * DAY_MS);
	let removed = 0;
	for (let batch = 0; batch < BATCHES_MAX && !signal?.aborted; batch++) {
		const taken = await deleteSessionsBefore(database, before, BATCH);
		removed += taken;
		if (taken < BATCH) break;
	}
	return removed;
}
