import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { processWide } from "#lib/config/process-wide.ts";

const QUARTER_HOUR_SECONDS = 15 * 60;

/**
 * Failed sign-ins, counted three ways. The pair of account and address stops the usual guesser without locking the
 * owner out elsewhere; the other two stop one who spreads over addresses or over accounts.
 */
const limiters = () =>
	processWide("sign-in-throttle", () => ({
		pair: new RateLimiterMemory({ keyPrefix: "pair", points: 8, duration: QUARTER_HOUR_SECONDS }),
		account: new RateLimiterMemory({ keyPrefix: "account", points: 100, duration: 4 * QUARTER_HOUR_SECONDS }),
		address: new RateLimiterMemory({ keyPrefix: "address", points: 60, duration: QUARTER_HOUR_SECONDS }),
	}));

export type Attempt = { email: string; address: string };

/** Counts an attempt before the password is looked at. False when it must not be. */
export async function admitAttempt({ email, address }: Attempt) {
	const { pair, account, address: byAddress } = limiters();
	const results = await Promise.allSettled([
		pair.consume(`${email} ${address}`),
		account.consume(email),
		byAddress.consume(address),
	]);
	for (const result of results) {
		if (result.status === "rejected" && !(result.reason instanceof RateLimiterRes)) throw result.reason;
	}
	return results.every((result) => result.status === "fulfilled");
}

/** Takes a successful attempt back out of the counts. */
export async function forgiveAttempt({ email, address }: Attempt) {
	const { pair, account, address: byAddress } = limiters();
	await Promise.all([pair.delete(`${email} ${address}`), account.reward(email), byAddress.reward(address)]);
}
