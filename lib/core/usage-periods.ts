import type { VerdictCode } from "./verdicts.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The times that a place's verifications are shown over, in whole hours, days or months of UTC. */
export const USAGE_PERIODS = {
	"24h": { by: "hour", steps: 24 },
	"30d": { by: "day", steps: 30 },
	"12m": { by: "month", steps: 12 },
} as const;

export type UsagePeriod = keyof typeof USAGE_PERIODS;
export const USAGE_PERIOD_NAMES = Object.keys(USAGE_PERIODS) as UsagePeriod[];

/** Verdicts on keys that are known, the good one first, then in the order in which they are decided. */
export const USAGE_VERDICTS = [
	"VALID",
	"REVOKED",
	"DISABLED",
	"EXPIRED",
	"SUSPENDED",
	"FORBIDDEN",
	"INSUFFICIENT_PERMISSIONS",
	"RATE_LIMITED",
	"USAGE_EXCEEDED",
] as const satisfies readonly VerdictCode[];

export type UsageVerdict = (typeof USAGE_VERDICTS)[number];
export type UsageStep = { at: string; counts: Partial<Record<UsageVerdict, number>> };

export type PlaceUsage = {
	steps: UsageStep[];
	/** The verdicts that there were, with how many in all. */
	totals: { verdict: UsageVerdict; uses: number }[];
};

/** When each step of a period begins, the last one being that which `now` is in. */
export function stepStarts(period: UsagePeriod, now: Date): Date[] {
	const { by, steps } = USAGE_PERIODS[period];
	return Array.from({ length: steps }, (_, index) => stepStart(by, now, steps - 1 - index));
}

function stepStart(by: "hour" | "day" | "month", now: Date, ago: number) {
	if (by === "month") return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - ago));
	const ms = by === "hour" ? HOUR_MS : DAY_MS;
	return new Date((Math.floor(now.getTime() / ms) - ago) * ms);
}

/** Sorts counts, each at the start of its step, into the steps of a period. */
export function sortUsage(
	counts: readonly { at: Date; verdict: UsageVerdict; uses: number }[],
	period: UsagePeriod,
	now: Date,
): PlaceUsage {
	const steps = new Map(
		stepStarts(period, now).map((at): [number, UsageStep] => [
			at.getTime(),
			{ at: at.toISOString(), counts: {} },
		]),
	);
	const totals = new Map<UsageVerdict, number>();
	for (const { at, verdict, uses } of counts) {
		const step = steps.get(at.getTime());
		if (!step) continue;
		step.counts[verdict] = (step.counts[verdict] ?? 0) + uses;
		totals.set(verdict, (totals.get(verdict) ?? 0) + uses);
	}
	return {
		steps: [...steps.values()],
		totals: USAGE_VERDICTS.flatMap((verdict) => {
			const uses = totals.get(verdict);
			return uses ? [{ verdict, uses }] : [];
		}),
	};
}
