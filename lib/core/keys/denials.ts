import { VERDICTS, type VerdictCode } from "../verdicts.ts";
import type { RefusalVerdict } from "./refusals.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The times that denials are shown over, in whole hours or days of UTC. */
export const DENIAL_PERIODS = {
	"24h": { by: "hour", stepMs: HOUR_MS, steps: 24 },
	"7d": { by: "day", stepMs: DAY_MS, steps: 7 },
	"30d": { by: "day", stepMs: DAY_MS, steps: 30 },
} as const;

export type DenialPeriod = keyof typeof DENIAL_PERIODS;

export const DENIAL_PERIOD_NAMES = Object.keys(DENIAL_PERIODS) as DenialPeriod[];

/** The reasons, in the order in which they are stacked and listed. */
const DENIAL_REASONS = (Object.keys(VERDICTS) as VerdictCode[]).filter(
	(verdict): verdict is RefusalVerdict => verdict !== "VALID" && verdict !== "NOT_FOUND",
);

const REASONS: ReadonlySet<string> = new Set(DENIAL_REASONS);

export type DenialStep = { at: string; total: number; counts: Partial<Record<RefusalVerdict, number>> };

export type Denials = {
	steps: DenialStep[];
	/** The reasons that there were, in their order, with how many in all. */
	reasons: { verdict: RefusalVerdict; total: number }[];
	total: number;
	/** Of the fullest step. */
	most: number;
};

/** The range that a period covers: up to the end of the hour or day that `now` is in. */
export function denialRange(period: DenialPeriod, now: Date) {
	const { stepMs, steps } = DENIAL_PERIODS[period];
	const to = (Math.floor(now.getTime() / stepMs) + 1) * stepMs;
	return { from: new Date(to - steps * stepMs), to: new Date(to) };
}

/** Sorts counts of uses into the steps of a period; those that were good are left out. */
export function sortDenials(
	counts: readonly { at: string; verdict: string; uses: number }[],
	period: DenialPeriod,
	now: Date,
): Denials {
	const { stepMs, steps: many } = DENIAL_PERIODS[period];
	const from = denialRange(period, now).from.getTime();
	const steps = Array.from({ length: many }, (_, index): DenialStep => {
		const at = new Date(from + index * stepMs).toISOString();
		const here = counts.filter((count) => count.at === at && REASONS.has(count.verdict));
		return {
			at,
			total: here.reduce((sum, { uses }) => sum + uses, 0),
			counts: Object.fromEntries(here.map(({ verdict, uses }) => [verdict, uses])),
		};
	});
	const totalOf = (verdict: RefusalVerdict) =>
		steps.reduce((sum, step) => sum + (step.counts[verdict] ?? 0), 0);
	return {
		steps,
		reasons: DENIAL_REASONS.map((verdict) => ({ verdict, total: totalOf(verdict) })).filter(
			({ total }) => total > 0,
		),
		total: steps.reduce((sum, { total }) => sum + total, 0),
		most: Math.max(...steps.map(({ total }) => total)),
	};
}
