import type { JobName, JobPayload } from "#lib/core/jobs.ts";
import type { Database } from "#lib/data/client.ts";

export type JobContext = {
	database: Database;
	/** The clock that the job goes by. */
	now: Date;
	/** Says what it would do, and does nothing. */
	dryRun: boolean;
	/** Aborted when the process ends: a long job stops between two batches. */
	signal: AbortSignal;
};

/** Does a job, any number of times with the same result, and says in words what came of it. */
export type Handler<Name extends JobName> = (job: JobContext, payload: JobPayload<Name>) => Promise<string>;
