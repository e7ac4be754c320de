import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { processWide } from "#lib/config/process-wide.ts";

/** A key's window: how many uses it takes in how many seconds, how many are left, and when it starts anew. */
export type RateState = { limit: number; seconds: number; remaining: number; resetAt: Date };

const limiters = () => processWide("rate-limits", () => new Map<string, RateLimiterMemory>());

/** Limiters are shared by all keys with the same rule; each key has its own window inside. */
function limiterFor(max: number, seconds: number) {
	const rule = `${max}/${seconds}`;
	let limiter = limiters().get(rule);
	if (!limiter) {
		limiter = new RateLimiterMemory({ points: max, duration: seconds, keyPrefix: rule });
		limiters().set(rule, limiter);
	}
	return limiter;
}

/** Counts one use against a key's window. `allowed` is false when the window is full. */
export async function takeFromWindow(keyId: string, max: number, seconds: number, now: Date) {
	const state = (result: RateLimiterRes): RateState => ({
		limit: max,
		seconds,
		remaining: result.remainingPoints,
		resetAt: new Date(now.getTime() + result.msBeforeNext),
	});
	try {
		return { allowed: true, state: state(await limiterFor(max, seconds).consume(keyId)) };
	} catch (refusal) {
		if (refusal instanceof RateLimiterRes) return { allowed: false, state: state(refusal) };
		throw refusal;
	}
}
