import { z } from "zod";

export const CREDITS_MAX = 1_000_000_000_000;

const Amount = z
	.number({ error: "A refill must be a whole number of credits." })
	.int({ error: "A refill must be a whole number of credits." })
	.min(1, { error: "A refill must bring at least 1 credit." })
	.max(CREDITS_MAX, { error: `A refill may bring up to ${CREDITS_MAX} credits.` });

const Day = z.int({ error: "The day of the refill must be from 1 to 31." }).min(1).max(31);

/**
 * Sets a quota back to `amount` at midnight UTC, whatever is left of it: every day, or on one day of the month, which in
 * shorter months is the last one.
 */
export const Refill = z.discriminatedUnion(
	"every",
	[
		z.strictObject({ amount: Amount, every: z.literal("DAY") }),
		z.strictObject({ amount: Amount, every: z.literal("MONTH"), day: Day }),
	],
	{ error: "Credits are refilled every DAY, or every MONTH on a day of it." },
);
export type Refill = z.output<typeof Refill>;

/** How a refill is stored; all of it is null when there is none. */
export type RefillColumns = {
	refillAmount: bigint | null;
	refillEvery: string | null;
	refillDay: number | null;
};

export const refillColumns = (refill: Refill | null): RefillColumns => ({
	refillAmount: refill && BigInt(refill.amount),
	refillEvery: refill?.every ?? null,
	refillDay: refill?.every === "MONTH" ? refill.day : null,
});

export function refillOf({ refillAmount, refillEvery, refillDay }: RefillColumns): Refill | null {
	if (refillAmount === null) return null;
	const amount = Number(refillAmount);
	return refillEvery === "MONTH" && refillDay !== null
		? { amount, every: "MONTH", day: refillDay }
		: { amount, every: "DAY" };
}

export const isSameRefill = (one: Refill | null, other: Refill | null) =>
	one?.amount === other?.amount &&
	one?.every === other?.every &&
	refillColumns(one).refillDay === refillColumns(other).refillDay;
