import { log } from "#lib/config/log.ts";
import type { Database } from "#lib/data/client.ts";
import {
	deleteSessionsBefore,
	deleteTokensBefore,
	forgetInstances,
	forgetSignatures,
} from "#lib/data/housekeeping.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const SESSIONS_KEPT_DAYS = 30;
const BATCH = 1_000;
const BATCHES_MAX = 100;

/**
 * Does now and then what no request has to wait for. Any number of processes may do it at once. `stop` waits for what
 * is being done.
 */
export function startHousekeeping(database: Database): { stop: () => Promise<void> } {
	let working: Promise<void> = Promise.resolve();
	const stopping = new AbortController();
	const keep = () => {
		working = Promise.all([
			removeOldSessions(database, new Date(), stopping.signal),
			forgetInstances(database),
			forgetSignatures(database),
			deleteTokensBefore(database, new Date(Date.now() - DAY_MS)),
		]).then(
			() => {},
			(error: unknown) => log().warn({ err: error }, "housekeeping was not done"),
		);
	};
	keep();
	const timer = setInterval(keep, HOUR_MS);
	return {
		stop() {
			clearInterval(timer);
			stopping.abort();
			return working;
		},
	};
}

/** In batches, so that no statement holds many rows for long. */
export async function removeOldSessions(database: Database, now: Date, signal?: AbortSignal): Promise<void> {
	const before = new Date(now.getTime() - SESSIONS_KEPT_DAYS * DAY_MS);
	for (let batch = 0; batch < BATCHES_MAX && !signal?.aborted; batch++) {
		if ((await deleteSessionsBefore(database, before, BATCH)) < BATCH) return;
	}
}
