const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** The pauses after calls that failed: an hour in all, since the steps behind the call wait for it. */
export const CALL_DELAYS_MS: readonly number[] = [10 * SECOND, 1 * MINUTE, 9 * MINUTE, 50 * MINUTE];

/** The receiver says that there will never be anybody at this address. */
const GONE = 410;

export type AfterCall = { kind: "done" } | { kind: "failed" } | { kind: "again"; afterMs: number };

/** What follows the `attempts`th call of a step. */
export function afterCall(status: number | null, attempts: number): AfterCall {
	if (status !== null && status >= 200 && status < 300) return { kind: "done" };
	const afterMs = CALL_DELAYS_MS[attempts - 1];
	return status === GONE || afterMs === undefined ? { kind: "failed" } : { kind: "again", afterMs };
}
