import type { Database } from "#lib/data/client.ts";
import { deleteRefusalsBefore } from "#lib/data/housekeeping.ts";
import { inBatches } from "../in-batches.ts";

const DAY_MS = 86_400_000;
const DAYS_KEPT = 30;

/** Forgets refusals of keys that are older than 30 days. Returns how many. */
export function forgetOldRefusals(database: Database, now: Date, signal?: AbortSignal): Promise<number> {
	const before = new Date(now.getTime() - DAYS_KEPT * DAY_MS);
	return inBatches((max) => deleteRefusalsBefore(database, before, max), { signal });
}
