import type { JobName } from "#lib/core/jobs.ts";
import type { Database } from "./client.ts";

type JobRun = {
	name: JobName;
	/** What the job took for the present; what it took last stays when there is none. */
	clockAt: Date | null;
	outcome: string;
};

/** Keeps what came of a job in place of what came of it before. */
export const saveJobRun = ({ db }: Pick<Database, "db">, { name, clockAt, outcome }: JobRun) =>
	db.$executeRaw`
		insert into job_runs as r (name, clock_at, database_at, outcome)
		values (${name}, coalesce(${clockAt}::timestamptz, clock_timestamp()), clock_timestamp(), ${outcome})
		on conflict (name) do update set clock_at = coalesce(${clockAt}::timestamptz, r.clock_at),
			database_at = excluded.database_at, outcome = excluded.outcome`;

export const listJobRuns = ({ db }: Pick<Database, "db">) => db.jobRun.findMany();

/** The database's clock, and the one that a job went by when it last ran. */
export async function readJobClocks({ db }: Pick<Database, "db">, name: JobName) {
	const [clocks] = await db.$queryRaw<{ databaseNow: Date; lastNow: Date | null }[]>`
		select clock_timestamp() as "databaseNow", (select clock_at from job_runs where name = ${name}) as "lastNow"`;
	if (!clocks) throw new Error("the database does not tell the time");
	return clocks;
}
