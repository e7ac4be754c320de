import { describeTurns } from "#lib/core/job-schedule.ts";
import { JOB_NAMES, type JobName, payloadSchemaOf } from "#lib/core/jobs.ts";
import type { Database } from "#lib/data/client.ts";
import { listJobRuns } from "#lib/data/job-runs.ts";
import { countGivenUpJobs } from "#lib/data/jobs.ts";
import { runJob } from "#lib/jobs/run-job.ts";
import { refusalOfOlder } from "../database/older.ts";
import type { Order, RunOrder } from "./order.ts";

type ByHand = { database: Database; signal: AbortSignal; print: (line: string) => void };

/** Does what is asked, and returns the exit code: 0 when it was done, 1 when the job refused. */
export async function doByHand(order: Order, by: ByHand): Promise<number> {
	try {
		if (order.does === "run") return await runByHand(order, by);
		await listByHand(by);
		return 0;
	} catch (error) {
		throw refusalOfOlder(error);
	}
}

async function listByHand({ database, print }: ByHand): Promise<void> {
	const runs = new Map((await listJobRuns(database)).map((run) => [run.name, run]));
	const givenUp = new Map((await countGivenUpJobs(database)).map(({ name, count }) => [name, count]));
	const width = Math.max(...JOB_NAMES.map((name) => name.length));
	for (const name of JOB_NAMES) {
		const run = runs.get(name);
		const last = run ? `${run.databaseAt.toISOString()}  ${run.outcome}` : "not yet";
		const failed = givenUp.get(name);
		const note = failed ? `  (${failed} given up: see the log)` : "";
		print(`${name.padEnd(width)}  ${describeTurns(name).padEnd(24)}  ${last}${note}`);
	}
}

async function runByHand(order: RunOrder, { database, signal, print }: ByHand): Promise<number> {
	// A change that a job makes asks every process whether it has heard of it.
	await database.changes.start();
	const { done, words } = await runNamed(order.name, order, database, signal);
	print(
		done
			? words
			: `${words}\nTo run it at this time all the same, add --accept-clock; to see what it would do, --dry-run.`,
	);
	return done ? 0 : 1;
}

function runNamed<Name extends JobName>(
	name: Name,
	{ at, dryRun, acceptClock }: RunOrder,
	database: Database,
	signal: AbortSignal,
) {
	const payload = payloadSchemaOf(name).parse({});
	const within = <T>(begin: (signal: AbortSignal) => Promise<T>) => begin(signal);
	return runJob(name, { database, now: at ?? new Date(), dryRun, within }, payload, { acceptClock });
}
