import type { JobName } from "./jobs.ts";

/** How often a job runs, and how many minutes after midnight UTC its first turn of the day is. */
export type Turns = { everyMinutes: number; atMinute: number };

/** The jobs that run by themselves, by the database's clock. Those of every hour each have a minute of their own. */
export const SCHEDULE: Readonly<Partial<Record<JobName, Turns>>> = {
	"keep-house": { everyMinutes: 60, atMinute: 7 },
	"sweep-inactivity": { everyMinutes: 60, atMinute: 17 },
	"sweep-expiry": { everyMinutes: 60, atMinute: 27 },
	"purge-trash": { everyMinutes: 60, atMinute: 37 },
	"find-due-webhooks": { everyMinutes: 1, atMinute: 0 },
	"find-due-runs": { everyMinutes: 1, atMinute: 0 },
	"mail-notifications": { everyMinutes: 5, atMinute: 2 },
};

/** When a job runs, in words. */
export function describeTurns(name: JobName): string {
	const turns = SCHEDULE[name];
	if (!turns) return "when it is asked for";
	const { everyMinutes, atMinute } = turns;
	if (everyMinutes === 1) return "every minute";
	if (everyMinutes === 60) return `every hour at :${String(atMinute).padStart(2, "0")}`;
	return `every ${everyMinutes} minutes`;
}
