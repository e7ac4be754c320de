import type { RadioCard } from "#components/ui/radio-cards.tsx";

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

export const OVERLAP_CARDS: readonly RadioCard<OverlapChoice>[] = [
	{ value: "now", title: "Not at all", text: "It may have leaked: it ends now." },
	{ value: "hour", title: "1 hour", text: "For one system at hand." },
	{ value: "day", title: "1 day", text: "Time to change a few systems." },
	{ value: "week", title: "7 days", text: "For systems of other people." },
	{ value: "custom", title: "As long as you say", text: "Up to 30 days." },
];

export const UNIT_OPTIONS = (Object.keys(UNITS) as OverlapUnit[]).map((value) => ({ value, label: value }));

/** Null for a count that is no number: the server refuses it in words. */
export function overlapSeconds({ choice, count, unit }: OverlapDraft): number | null {
	if (choice !== "custom") return FIXED[choice];
	const seconds = Math.round(Number(count) * UNITS[unit]);
	return count.trim() === "" || !Number.isFinite(seconds) ? null : seconds;
}
