import type { JobName, JobPayload } from "#lib/core/jobs.ts";
import type { Tx } from "./client.ts";

type JobOptions = {
	/** Not before this moment; at once when it is left out. */
	runAt?: Date;
	/** A job that waits under the same key is replaced, so that many changes make one job. */
	key?: string;
};

/** Puts a job into the queue. It runs once the transaction has committed, and never when it does not. */
export const addJob = <Name extends JobName>(
	tx: Pick<Tx, "$executeRaw">,
	name: Name,
	payload: JobPayload<Name>,
	{ runAt, key }: JobOptions = {},
) =>
	tx.$executeRaw`select graphile_worker.add_job(${name}, payload => ${JSON.stringify(payload)}::json,
		run_at => ${runAt ?? null}::timestamptz, job_key => ${key ?? null})`;
