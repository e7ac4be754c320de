import { log } from "#lib/config/log.ts";
import { SCHEDULE } from "#lib/core/job-schedule.ts";
import { JOB_NAMES } from "#lib/core/jobs.ts";
import type { Database } from "#lib/data/client.ts";
import { addDueJobs, freeLostJobs } from "#lib/data/jobs.ts";

const PERIOD_MS = 10_000;
/** Some minutes more than a job may run. */
const HELD_MINUTES_MAX = 15;

const TURNS = JOB_NAMES.flatMap((name) => {
	const turns = SCHEDULE[name];
	return turns ? [{ name, ...turns }] : [];
});

/** Puts what is due into the queue, now and every few seconds. Any number of processes may do it at once. */
export function startSchedule(database: Database): { stop: () => Promise<void> } {
	let working = Promise.resolve();
	const work = () => {
		working = working
			.then(() => putDueJobs(database))
			.catch((error: unknown) => log().warn({ err: error }, "the schedule of jobs was not looked at"));
	};
	work();
	const timer = setInterval(work, PERIOD_MS);
	return {
		stop() {
			clearInterval(timer);
			return working;
		},
	};
}

export async function putDueJobs(database: Pick<Database, "db">): Promise<void> {
	await freeLostJobs(database, HELD_MINUTES_MAX);
	await addDueJobs(database, TURNS);
}
