import { Redis } from "ioredis";
import { RateLimiterRedis } from "rate-limiter-flexible";
import { type RateRule, type Taken, windowStart } from "./rate-windows.ts";

const COMMAND_MS_MAX = 100;
const RETRY_MS = 500;
const USES_MAX = 2 ** 31;

/** Windows that every use is counted in, wherever it is made. */
export type SharedWindows = {
	readonly isUp: boolean;
	/** Null when the count could not be made. */
	take: (keyId: string, rule: RateRule, now: number) => Promise<Taken | null>;
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
	const limiters = new Map<number, RateLimiterRedis>();
	let downUntil = 0;

	/** It counts; what a key may is decided here, so that another limit counts on in the same window. */
	const limiterFor = (seconds: number) => {
		let limiter = limiters.get(seconds);
		if (!limiter) {
			const keyPrefix = `latchkey:rate:${seconds}`;
			limiter = new RateLimiterRedis({ storeClient: client, points: USES_MAX, duration: seconds, keyPrefix });
			limiters.set(seconds, limiter);
		}
		return limiter;
	};

	return {
		get isUp() {
			return client.status === "ready" && performance.now() >= downUntil;
		},
		async take(keyId, { max, seconds }, now) {
			const startsAt = windowStart(seconds, now);
			try {
				const { consumedPoints } = await limiterFor(seconds).consume(`${keyId}:${startsAt}`);
				const state = { limit: max, seconds, remaining: Math.max(0, max - consumedPoints) };
				return {
					allowed: consumedPoints <= max,
					state: { ...state, resetAt: startsAt + seconds * 1_000 },
				};
			} catch (error) {
				downUntil = performance.now() + RETRY_MS;
				onError(error);
				return null;
			}
		},
		close: () => client.disconnect(),
	};
}
