import type { VerdictCode } from "#lib/core/verdicts.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The times that a key's uses are shown over, in whole hours, days or months of UTC. */
export const KEY_USAGE_PERIODS = {
	"48h": { by: "hour", steps: 48 },
	"90d": { by: "day", steps: 90 },
	"12m": { by: "month", steps: 12 },
} as const;

export type KeyUsagePeriod = keyof typeof KEY_USAGE_PERIODS;
export const KEY_USAGE_PERIOD_NAMES = Object.keys(KEY_USAGE_PERIODS) as KeyUsagePeriod[];

type Counted = { at: string; verdict: VerdictCode; uses: number };

export type UsageStep = { start: string; counts: Partial<Record<VerdictCode, number>> };

/** What is counted by: months are summed up from days. */
export const countedBy = (period: KeyUsagePeriod) =>
	KEY_USAGE_PERIODS[period].by === "hour" ? "hour" : "day";

const stepOf = (period: KeyUsagePeriod, moment: Date, back = 0) => {
	const { by } = KEY_USAGE_PERIODS[period];
	if (by === "month") return new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth() - back));
	const ms = by === "hour" ? HOUR_MS : DAY_MS;
	return new Date((Math.floor(moment.getTime() / ms) - back) * ms);
};

/** From the start of a period's first step up to the end of the one that `now` is in. */
export const usageRange = (period: KeyUsagePeriod, now: Date) => ({
	from: stepOf(period, now, KEY_USAGE_PERIODS[period].steps - 1),
	to: stepOf(period, now, -1),
});

/** Sorts counts into the steps of a period, none of them left out, the oldest first. */
export function sortUsage(counts: readonly Counted[], period: KeyUsagePeriod, now: Date): UsageStep[] {
	const { steps: many } = KEY_USAGE_PERIODS[period];
	const steps = new Map<string, UsageStep>();
	for (let back = many - 1; back >= 0; back--) {
		const start = stepOf(period, now, back).toISOString();
		steps.set(start, { start, counts: {} });
	}
	for (const { at, verdict, uses } of counts) {
		const step = steps.get(stepOf(period, new Date(at)).toISOString());
		if (step) step.counts[verdict] = (step.counts[verdict] ?? 0) + uses;
	}
	return [...steps.values()];
}
