import { findClockFault } from "#lib/core/job-clock.ts";
import type { JobName } from "#lib/core/jobs.ts";
import type { Database } from "#lib/data/client.ts";
import { readJobClocks, saveJobRun } from "#lib/data/job-runs.ts";

/**
 * Says in words why a job may not run at what it takes for the present, or null when it may. After a time in which nothing
 * ran the clock is as far from the last run as after a jump, so that this is refused once: the refusal is kept, and a
 * next run whose clock agrees with it goes on.
 */
export async function refuseStrangeClock(
	database: Database,
	name: JobName,
	now: Date,
): Promise<string | null> {
	const { databaseNow, lastNow } = await readJobClocks(database, name);
	const fault = findClockFault({ now, databaseNow, lastNow });
	if (fault === null) return null;
	const refusal =
		fault === "database"
			? `Refused: the clock says ${text(now)} and the database's ${text(databaseNow)}, more than a day apart. Nothing was done.`
			: `Refused once: the clock says ${text(now)}, more than a day away from ${text(lastNow ?? now)}, when this job ran last. ` +
				"Nothing was done. If the clock is right, the next run goes on.";
	await saveJobRun(database, { name, clockAt: fault === "database" ? null : now, outcome: refusal });
	return refusal;
}

const text = (at: Date) => at.toISOString();
