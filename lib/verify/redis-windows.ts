import { Redis } from "ioredis";
import { RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import { type RateRule, type Taken, windowStart } from "./rate-windows.ts";

const COMMAND_MS_MAX = 100;
const RETRY_MS = 500;
const USES_MAX = 2 ** 31;

/** Windows that every use is counted in, wherever it is made. */
export type SharedWindows = {
	readonly isUp: boolean;
	/** Counts a use of so much, unless there is less left. Null when the count could not be made. */
	take: (name: string, rule: RateRule, now: number, cost?: number) => Promise<Taken | null>;
	/** Undoes a use that {@link take} counted. */
	giveBack: (name: string, rule: RateRule, now: number, cost: number) => Promise<void>;
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
	/** It counts; what a key may is decided here, so that another limit counts on in the same window. */
	const limiter = new RateLimiterRedis({
		storeClient: client,
		points: USES_MAX,
		duration: 1,
		keyPrefix: "latchkey:rate",
	});
	let downUntil = 0;

	const count = async (name: string, cost: number, seconds: number) => {
		try {
			return (await limiter.consume(name, cost, { customDuration: Math.ceil(seconds) })).consumedPoints;
		} catch (error) {
			if (error instanceof RateLimiterRes) return error.consumedPoints;
			throw error;
		}
	};

	const uncount = (window: string, cost: number, seconds: number) =>
		limiter.reward(window, cost, { customDuration: Math.ceil(seconds) });

	return {
		get isUp() {
			return client.status === "ready" && performance.now() >= downUntil;
		},
		async take(name, { max, seconds }, now, cost = 1) {
			const startsAt = windowStart(seconds, now);
			const window = `${seconds}:${name}:${startsAt}`;
			try {
				const used = await count(window, cost, seconds);
				const allowed = used <= max;
				// What is refused for its size must not stand in the way of what is smaller.
				if (!allowed && cost > 1) await uncount(window, cost, seconds);
				const counted = allowed || cost === 1 ? used : used - cost;
				const state = { limit: max, seconds, remaining: Math.max(0, max - counted) };
				return {
					allowed,
					state: { ...state, resetAt: startsAt + seconds * 1_000 },
				};
			} catch (error) {
				downUntil = performance.now() + RETRY_MS;
				onError(error);
				return null;
			}
		},
		async giveBack(name, { seconds }, now, cost) {
			await uncount(`${seconds}:${name}:${windowStart(seconds, now)}`, cost, seconds).catch(onError);
		},
		close: () => client.disconnect(),
	};
}
