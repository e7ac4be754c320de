import type { Database } from "#lib/data/client.ts";
import { deletePlaceHoursBefore } from "#lib/data/housekeeping.ts";
import { inBatches } from "../in-batches.ts";

const DAY_MS = 86_400_000;
const DAYS_KEPT = 14;

/** Forgets what the keys of places were used for hour by hour, longer ago than any overview shows. Returns how many rows. */
export function forgetOldHours(database: Database, now: Date, signal?: AbortSignal): Promise<number> {
	const before = new Date(now.getTime() - DAYS_KEPT * DAY_MS);
	return inBatches((max) => deletePlaceHoursBefore(database, before, max), { signal });
}
