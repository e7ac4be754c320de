import { Redis } from "ioredis";
import { RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import type { Taken } from "./rate-windows.ts";

const COMMAND_MS_MAX = 100;
const RETRY_MS = 500;

/** Windows that every use is counted in, wherever it is made. */
export type SharedWindows = {
	readonly isUp: boolean;
	/** Null when the count could not be made. */
	take: (keyId: string, rule: { max: number; seconds: number }, now: number) => Promise<Taken | null>;
	close: () => void;
};

/** Windows in Redis or Valkey, counted by rate-limiter-flexible. */
export function openRedisWindows(url: string, onError: (error: unknown) => void): SharedWindows {
	const client = new Redis(url, {
		enableOfflineQueue: false,
		maxRetriesPerRequest: 0,
		commandTimeout: COMMAND_MS_MAX,
		connectTimeout: 1_000,
		retryStrategy: () => RETRY_MS,
	});
	client.on("error", onError);
	const limiters = new Map<string, RateLimiterRedis>();
	let downUntil = 0;

	const limiterFor = (max: number, seconds: number) => {
		const rule = `${max}/${seconds}`;
		let limiter = limiters.get(rule);
		if (!limiter) {
			limiter = new RateLimiterRedis({
				storeClient: client,
				points: max,
				duration: seconds,
				keyPrefix: `latchkey:rate:${rule}`,
			});
			limiters.set(rule, limiter);
		}
		return limiter;
	};

	return {
		get isUp() {
			return client.status === "ready" && performance.now() >= downUntil;
		},
		async take(keyId, { max, seconds }, now) {
			const taken = (allowed: boolean, { remainingPoints, msBeforeNext }: RateLimiterRes): Taken => ({
				allowed,
				state: { limit: max, seconds, remaining: remainingPoints, resetAt: now + msBeforeNext },
			});
			try {
				return taken(true, await limiterFor(max, seconds).consume(keyId));
			} catch (refusal) {
				if (refusal instanceof RateLimiterRes) return taken(false, refusal);
				downUntil = performance.now() + RETRY_MS;
				onError(refusal);
				return null;
			}
		},
		close: () => client.disconnect(),
	};
}
