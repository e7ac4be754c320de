import { setTimeout as delay } from "node:timers/promises";
import type { Database } from "#lib/data/client.ts";
import { countUnwrittenInstances, readDatabaseTime, wantUsesWritten } from "#lib/data/usage.ts";

const LOOK_EVERY_MS = 50;
/** One that was just connecting did not hear the question. */
const ASK_EVERY_LOOKS = 20;

/**
 * Has every process write the uses that it holds in memory. True once all uses that were answered before this was called
 * can be read in the database; false when some process has not said so in time. One whose lease has ended is not waited
 * for. To be called before something is decided by when a key was used last.
 */
export async function untilUsesAreWritten(database: Database, timeoutMs: number): Promise<boolean> {
	const giveUpAt = performance.now() + timeoutMs;
	const until = await readDatabaseTime(database);
	for (let looks = 0; ; looks++) {
		if ((await countUnwrittenInstances(database, until)) === 0) return true;
		if (performance.now() >= giveUpAt) return false;
		if (looks % ASK_EVERY_LOOKS === 0) await wantUsesWritten(database, until);
		await delay(LOOK_EVERY_MS);
	}
}
