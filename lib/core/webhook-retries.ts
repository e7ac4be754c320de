const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** The pauses after failed attempts: close together at first, and three days in all. */
export const RETRY_DELAYS_MS: readonly number[] = [
	5 * SECOND,
	30 * SECOND,
	2 * MINUTE,
	10 * MINUTE,
	30 * MINUTE,
	1 * HOUR,
	2 * HOUR,
	4 * HOUR,
	8 * HOUR,
	12 * HOUR,
	12 * HOUR,
	12 * HOUR,
	12 * HOUR,
	8 * HOUR,
];

/** How far a pause may be from the one above, so that what failed together is not tried together again. */
const JITTER = 0.1;

/** The receiver says that there will never be anybody at this address. */
const GONE = 410;

export type NextStep = { state: "DELIVERED" } | { state: "PARKED" } | { state: "PENDING"; afterMs: number };

/** What follows an attempt, the `attempts`th. `random` is a number from 0 up to 1. */
export function afterAttempt(status: number | null, attempts: number, random: number): NextStep {
	if (status !== null && status >= 200 && status < 300) return { state: "DELIVERED" };
	const delay = RETRY_DELAYS_MS[attempts - 1];
	if (status === GONE || delay === undefined) return { state: "PARKED" };
	return { state: "PENDING", afterMs: Math.round(delay * (1 - JITTER + 2 * JITTER * random)) };
}
