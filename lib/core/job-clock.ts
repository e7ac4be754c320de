import type { JobName } from "./jobs.ts";

/**
 * The jobs that a wrong clock would have do harm: those that delete by the time of day would delete too much, and mail that
 * was sent in the future would be the last of the day until then.
 */
const BY_THE_CLOCK: ReadonlySet<JobName> = new Set([
	"keep-house",
	"sweep-inactivity",
	"sweep-expiry",
	"purge-trash",
	"mail-notifications",
]);

export const goesByTheClock = (name: JobName) => BY_THE_CLOCK.has(name);

const DAY_MS = 86_400_000;

export type Clocks = {
	/** What the job takes for the present. */
	now: Date;
	databaseNow: Date;
	/** What the job took for the present when it last ran, or was last refused; null when it never did. */
	lastNow: Date | null;
};

/** Which clock the job's own is more than a day away from; null when it may run. */
export function findClockFault({ now, databaseNow, lastNow }: Clocks): "database" | "last run" | null {
	if (isFar(now, databaseNow)) return "database";
	if (lastNow && isFar(now, lastNow)) return "last run";
	return null;
}

const isFar = (one: Date, other: Date) => Math.abs(one.getTime() - other.getTime()) > DAY_MS;
