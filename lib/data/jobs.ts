import type { JobName, JobPayload } from "#lib/core/jobs.ts";
import type { Database, Tx } from "./client.ts";

type JobOptions = {
	/** Not before this moment; at once when it is left out. */
	runAt?: Date;
	/** A job that waits under the same key is replaced, so that many changes make one job. */
	key?: string;
	/** Of jobs that are due the lowest goes first; 0 when it is left out. */
	priority?: number;
};

/** Puts a job into the queue. It runs once the transaction has committed, and never when it does not. */
export const addJob = <Name extends JobName>(
	tx: Pick<Tx, "$executeRaw">,
	name: Name,
	payload: JobPayload<Name>,
	{ runAt, key, priority }: JobOptions = {},
) =>
	tx.$executeRaw`select graphile_worker.add_job(${name}, payload => ${JSON.stringify(payload)}::json,
		run_at => ${runAt ?? null}::timestamptz, job_key => ${key ?? null}, priority => ${priority ?? 0}::int)`;

type Turn = { name: JobName; everyMinutes: number; atMinute: number };

/** A scheduled job that fails is tried again within seconds, and after that at its next turn. */
const ATTEMPTS_MAX = 3;

/**
 * Puts each job into the queue whose turn has come since it was last put there, by the database's clock: once for each turn,
 * however many processes ask, and once for all the turns of a time in which nobody asked.
 */
export const addDueJobs = ({ db }: Pick<Database, "db">, turns: readonly Turn[]) =>
	db.$executeRaw`
		with due as (
			insert into job_slots as s (name, slot)
			select t.name, date_bin(make_interval(mins => t."everyMinutes"), clock_timestamp(),
				timestamptz '2000-01-01 00:00Z' + make_interval(mins => t."atMinute"))
			from json_to_recordset(${JSON.stringify(turns)}::json) as t (name text, "everyMinutes" int, "atMinute" int)
			on conflict (name) do update set slot = excluded.slot
			where s.slot < excluded.slot or s.slot > clock_timestamp() + interval '1 hour'
			returning name)
		select graphile_worker.add_job(due.name, '{}'::json, job_key => due.name, max_attempts => ${ATTEMPTS_MAX}::int)
		from due`;

/** Lets others take the jobs of a worker that has ended without giving them back. */
export const freeJobsOf = ({ db }: Pick<Database, "db">, workerId: string) =>
	db.$executeRaw`select graphile_worker.force_unlock_workers(array[${workerId}])`;

/** Lets others take the jobs of workers that have held one for longer than any job may run: they are gone. */
export const freeLostJobs = ({ db }: Pick<Database, "db">, heldMinutes: number) =>
	db.$executeRaw`
		select graphile_worker.force_unlock_workers(array_agg(locked_by)) from graphile_worker.jobs
		where locked_at < now() - make_interval(mins => ${heldMinutes}::int) having count(*) > 0`;

/** How many jobs failed as often as they may, by name: each until it is forgotten, or its next turn takes its place. */
export const countGivenUpJobs = ({ db }: Pick<Database, "db">) =>
	db.$queryRaw<{ name: string; count: number }[]>`
		select task_identifier as name, count(*)::int as count from graphile_worker.jobs
		where attempts >= max_attempts and locked_at is null and last_error is not null group by 1`;

/** Forgets jobs that were due more than so many days ago and will not be tried again. */
export const forgetGivenUpJobs = ({ db }: Pick<Database, "db">, daysKept: number) =>
	db.$executeRaw`
		delete from graphile_worker._private_jobs where attempts >= max_attempts and locked_at is null
			and run_at < now() - make_interval(days => ${daysKept}::int)`;
