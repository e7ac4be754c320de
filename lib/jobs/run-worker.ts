/**
 * The worker of a process: takes jobs from the queue and does them, until it is stopped.
 *
 * The queue's library ends its pool of workers when the database fails it in the middle of a job, and never finds its jobs
 * when the database was away at its start. Such a pool is let go and replaced by another one, for as long as it takes.
 */
import { EventEmitter } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { Logger, runTaskList, type TaskList, type WorkerPool } from "graphile-worker";
import { hideSecrets, log } from "#lib/config/log.ts";
import { JOB_NAMES, type JobName, payloadSchemaOf } from "#lib/core/jobs.ts";
import type { Database } from "#lib/data/client.ts";
import { freeJobsOf } from "#lib/data/jobs.ts";
import { runJob } from "./run-job.ts";
import { startSchedule } from "./run-schedule.ts";
import { type Ends, withinLife } from "./within-life.ts";

type Workers = { names: readonly JobName[]; atOnce: number };

/**
 * Many at once, since most of them wait for somebody else's server. The steps of workflows have workers of their own: there may
 * be thousands of them, and nothing else is to stand behind them.
 */
const WORKERS: readonly Workers[] = [
	{ names: JOB_NAMES.filter((name) => name !== "run-workflow"), atOnce: 20 },
	{ names: ["run-workflow"], atOnce: 10 },
];
/** Jobs of now are told at once: this finds those of later, and what was told while nobody could hear. */
const POLL_MS = 5_000;
const RESTART_MS = 1_000;
const JOB_MS_MAX = 600_000;
/** As long as a job has to come to its end when the process ends. */
const STOP_MS_MAX = 4_000;
/** For the queue to be told what came of the jobs. */
const FAREWELL_MS_MAX = 1_000;

type Queue = ReturnType<Database["openQueuePool"]>;

/** Does the jobs of the queue, and puts those there whose turn it is. `stop` waits for jobs that run, but not for long. */
export function startJobs(database: Database, { jobMsMax = JOB_MS_MAX } = {}): { stop: () => Promise<void> } {
	const queue = database.openQueuePool();
	const [asked, due] = [new AbortController(), new AbortController()];
	const schedule = startSchedule(database);
	const ends = { asked: asked.signal, due: due.signal, jobMsMax };
	const working = WORKERS.map((workers) => keepWorking(database, queue, workers, ends));
	return {
		async stop() {
			asked.abort();
			const timer = setTimeout(() => due.abort(new Error("the process ends")), STOP_MS_MAX);
			const late = delay(STOP_MS_MAX + FAREWELL_MS_MAX, undefined, { ref: false });
			await Promise.race([Promise.all([...working, schedule.stop()]), late]);
			clearTimeout(timer);
			await Promise.race([queue.end(), late]);
		},
	};
}

async function keepWorking(database: Database, queue: Queue, workers: Workers, ends: Ends): Promise<void> {
	const tasks = tasksOf(database, workers, ends);
	while (await isAnswered(queue, ends.asked)) {
		const pool = openWorkers(queue, tasks, workers.atOnce);
		const stop = () => void shutDown(pool);
		ends.asked.addEventListener("abort", stop, { once: true });
		await pool.promise.catch((error: unknown) => log().warn({ err: error }, "the job queue was lost"));
		ends.asked.removeEventListener("abort", stop);
		if (ends.asked.aborted) return;
		await delay(RESTART_MS, undefined, { signal: ends.asked }).catch(() => {});
		await freeJobsOf(database, pool.id).catch((error: unknown) =>
			log().warn({ err: error }, "jobs of before wait until they count as lost"),
		);
	}
}

/** Waits until the database answers: true then, and false when there is nothing to wait for any more. */
async function isAnswered(queue: Queue, asked: AbortSignal): Promise<boolean> {
	for (let tries = 0; !asked.aborted; tries++) {
		try {
			await queue.query("select 1");
			return !asked.aborted;
		} catch (error) {
			if (tries === 0) log().warn({ err: error }, "the job queue does not answer yet");
			await delay(RESTART_MS, undefined, { signal: asked }).catch(() => {});
		}
	}
	return false;
}

/** Whatever goes wrong with it, the pool's own promise tells. */
async function shutDown(pool: WorkerPool): Promise<void> {
	if (pool._shuttingDown) return;
	await Promise.resolve(pool.gracefulShutdown()).catch(() => {});
}

function openWorkers(queue: Queue, tasks: TaskList, concurrency: number): WorkerPool {
	const events = new EventEmitter();
	let foundQueue = false;
	const pool = runTaskList(
		{
			concurrency,
			pollInterval: POLL_MS,
			noHandleSignals: true,
			logger: LOGGER,
			events,
			// What came of a job is told again and again while the database is away.
			preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
		},
		tasks,
		queue,
	);
	events.on("worker:getJob:empty", () => {
		foundQueue = true;
	});
	events.on("job:start", () => {
		foundQueue = true;
	});
	events.on("job:failed", ({ job }) => {
		log().error({ job: job.task_identifier, attempts: job.attempts }, "a job was given up");
	});
	events.on("worker:getJob:error", () => {
		if (!foundQueue) void shutDown(pool);
	});
	return pool;
}

const LOGGER = new Logger(() => (level, message) => {
	if (level === "error") log().warn(hideSecrets(`job queue: ${message}`));
	else log().debug(hideSecrets(`job queue: ${message}`));
});

const tasksOf = (database: Database, { names }: Workers, ends: Ends): TaskList =>
	Object.fromEntries(names.map((name) => [name, (given: unknown) => work(database, name, given, ends)]));

/** A job that nobody could ever read is given up, and not tried again. */
async function work<Name extends JobName>(database: Database, name: Name, given: unknown, ends: Ends) {
	const payload = payloadSchemaOf(name).safeParse(given);
	if (!payload.success) {
		const faults = payload.error.issues.map(({ path, code }) => `${path.join(".")} ${code}`);
		return log().error({ job: name, faults }, "a job that cannot be read was given up");
	}
	const within = <T>(begin: (signal: AbortSignal) => Promise<T>) => withinLife(ends, begin);
	const run = { database, now: new Date(), dryRun: false, within };
	const { done, words } = await runJob(name, run, payload.data, { byDatabase: true });
	if (done) log().debug({ job: name, outcome: words }, "job done");
	else log().warn({ job: name, outcome: words }, "job refused");
}
