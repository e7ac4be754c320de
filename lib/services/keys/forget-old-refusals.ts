import type { Database } from "#lib/data/client.ts";
import { deleteRefusalsBefore } from "#lib/data/housekeeping.ts";

const DAY_MS = 86_400_000;
const DAYS_KEPT = 30;
const BATCH = 1_000;

/** Forgets refusals of keys that are older than 30 days, in batches, so that no statement holds many rows for long. Returns how many. */
export async function forgetOldRefusals(
	database: Database,
	now: Date,
	signal?: AbortSignal,
): Promise<number> {
	const before = new Date(now.getTime() - DAYS_KEPT * DAY_MS);
	let removed = 0;
	for (let deleted = BATCH; deleted === BATCH && !signal?.aborted; removed += deleted) {
		deleted = await deleteRefusalsBefore(database, before, BATCH);
	}
	return removed;
}
