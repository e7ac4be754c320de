import type { Database } from "#lib/data/client.ts";
import { listDueRuns, queueRuns } from "#lib/data/workflow-runs.ts";

const RUNS_MAX = 10_000;

/** Has every run go on whose next step is due, also one that a process that died has left. Returns how many. */
export async function queueDueRuns(
	{ database, now }: { database: Database; now: Date },
	{ dryRun = false } = {},
): Promise<number> {
	const runs = await listDueRuns(database, now, RUNS_MAX);
	if (dryRun || runs.length === 0) return runs.length;
	await queueRuns(database, runs);
	return runs.length;
}
