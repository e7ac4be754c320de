const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const FIXED = { now: 0, hour: HOUR, day: DAY, week: 7 * DAY } as const;
const UNITS = { minutes: MINUTE, hours: HOUR, days: DAY } as const;

export type OverlapChoice = keyof typeof FIXED | "custom";
export type OverlapUnit = keyof typeof UNITS;

/** How long a secret goes on after a rotation, as it is being chosen. */
export type OverlapDraft = { choice: OverlapChoice; count: string; unit: OverlapUnit };

export const emptyOverlap: OverlapDraft = { choice: "day", count: "14", unit: "days" };

export const OVERLAP_CHOICES: readonly OverlapChoice[] = ["now", "hour", "day", "week", "custom"];

export const OVERLAP_UNITS = Object.keys(UNITS) as OverlapUnit[];

/** Null for a count that is no number: the server refuses it in words. */
export function overlapSeconds({ choice, count, unit }: OverlapDraft): number | null {
	if (choice !== "custom") return FIXED[choice];
	const seconds = Math.round(Number(count) * UNITS[unit]);
	return count.trim() === "" || !Number.isFinite(seconds) ? null : seconds;
}
