import { RateLimiterMemory } from "rate-limiter-flexible";
import { networkOf } from "#lib/core/addresses.ts";

/** Well-formed texts that were no key, from one network, before its look-ups are slowed down. */
const WRONG_MAX = 60;
const WRONG_SECONDS = 60;
/** Look-ups of texts never seen before that such a network still has. */
const SLOW_PER_SECOND = 10;

/** Too many unknown keys came from the caller's network: ask again later. Says nothing about this key. */
export const TOO_MANY_GUESSES = "TOO_MANY_GUESSES";

/**
 * A limit on guessing that honest callers behind the same address do not feel: it counts texts that turned out to be no
 * key, and slows down nothing but look-ups of texts that nobody has sent before. Known keys never come here.
 */
export class Guesses {
	readonly #wrong = new RateLimiterMemory({ points: WRONG_MAX, duration: WRONG_SECONDS });
	readonly #slow = new RateLimiterMemory({ points: SLOW_PER_SECOND, duration: 1 });

	/** Asked before a look-up. An address that nobody knows is nobody's to limit. */
	async mayLookUp(address: string | null) {
		if (address === null) return true;
		const network = networkOf(address);
		const wrong = await this.#wrong.get(network);
		if (wrong === null || wrong.consumedPoints <= WRONG_MAX) return true;
		return this.#slow.consume(network).then(
			() => true,
			() => false,
		);
	}

	/** The look-up found nothing. */
	async count(address: string | null) {
		if (address !== null) await this.#wrong.consume(networkOf(address)).catch(() => {});
	}
}
