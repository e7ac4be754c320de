import { hideSecrets } from "#lib/config/log.ts";
import { goesByTheClock } from "#lib/core/job-clock.ts";
import type { JobName, JobPayload } from "#lib/core/jobs.ts";
import { saveJobRun } from "#lib/data/job-runs.ts";
import { readDatabaseTime } from "#lib/data/usage.ts";
import { refuseStrangeClock } from "#lib/services/jobs/clock-guard.ts";
import { handlerOf } from "./handlers.ts";
import type { JobContext } from "./job.ts";

/** Of an error, in the list of jobs. The log has all of it. */
const WORDS_MAX = 300;

export type JobOutcome = { done: boolean; words: string };

type Run = Omit<JobContext, "signal"> & {
	/** Begins the work with the signal that stops it, and fails when it is given up. What it comes to after that counts no more. */
	within: <T>(begin: (signal: AbortSignal) => Promise<T>) => Promise<T>;
};

type Clock = {
	/** Runs at a time that would be refused. */
	acceptClock?: boolean;
	/** A job that goes by the time of day goes by the database's, once its own clock has been found to be near that. */
	byDatabase?: boolean;
};

/** Runs a job here and now, and keeps what came of it. A dry run is always allowed and keeps nothing. */
export async function runJob<Name extends JobName>(
	name: Name,
	{ within, ...run }: Run,
	payload: JobPayload<Name>,
	{ acceptClock = false, byDatabase = false }: Clock = {},
): Promise<JobOutcome> {
	const handler = handlerOf(name);
	const work = (now: Date) => within((signal) => handler({ ...run, now, signal }, payload));
	if (run.dryRun) return { done: true, words: await work(run.now) };
	if (goesByTheClock(name) && !acceptClock) {
		const refusal = await refuseStrangeClock(run.database, name, run.now);
		if (refusal) return { done: false, words: refusal };
	}
	try {
		const now = byDatabase && goesByTheClock(name) ? await readDatabaseTime(run.database) : run.now;
		const words = await work(now);
		await saveJobRun(run.database, { name, clockAt: now, outcome: words });
		return { done: true, words };
	} catch (error) {
		const outcome = `Failed: ${inOneLine(error)}`;
		// Where even this fails, the job's own error is the one to tell.
		await saveJobRun(run.database, { name, clockAt: null, outcome }).catch(() => {});
		throw error;
	}
}

const inOneLine = (error: unknown) =>
	hideSecrets(error instanceof Error ? error.message : String(error))
		.replaceAll(/\s+/g, " ")
		.trim()
		.slice(0, WORDS_MAX);
