import { LRUCache } from "lru-cache";
import { networkOf } from "#lib/core/addresses.ts";

/** Well-formed texts that were no key, from one network, before its look-ups are slowed down. */
const WRONG_MAX = 60;
const WRONG_MS = 60_000;
/** Look-ups of texts never seen before that such a network still has in each second. */
const SLOW_PER_SECOND = 10;
const NETWORKS_MAX = 50_000;

/** Too many unknown keys came from the caller's network: ask again later. Says nothing about this key. */
export const TOO_MANY_GUESSES = "TOO_MANY_GUESSES";

/** Whose guesses count together. `teller` names the agency that says where they come from; null for what we saw. */
export type Guesser = { address: string; teller: string | null };

type Guessing = { wrong: number; second: number; inSecond: number };

/**
 * A limit on guessing that honest callers behind the same address do not feel: it counts texts that turned out to be no
 * key, and slows down nothing but look-ups of texts that nobody has sent before. Known keys never come here. What one agency
 * tells about an address does not count against it with another.
 */
export class Guesses {
	readonly #networks = new LRUCache<string, Guessing>({
		max: NETWORKS_MAX,
		ttl: WRONG_MS,
		perf: performance,
	});

	/** Asked before a look-up. An address that nobody knows is nobody's to limit. */
	mayLookUp(guesser: Guesser | null) {
		const guessing = guesser && this.#networks.get(nameOf(guesser));
		if (!guessing || guessing.wrong <= WRONG_MAX) return true;
		const second = Math.floor(performance.now() / 1_000);
		if (second !== guessing.second) guessing.inSecond = 0;
		guessing.second = second;
		return ++guessing.inSecond <= SLOW_PER_SECOND;
	}

	/** The look-up found nothing. */
	count(guesser: Guesser | null) {
		if (!guesser) return;
		const name = nameOf(guesser);
		const guessing = this.#networks.get(name);
		if (guessing) guessing.wrong++;
		else this.#networks.set(name, { wrong: 1, second: 0, inSecond: 0 });
	}
}

const nameOf = ({ address, teller }: Guesser) => `${teller ?? ""} ${networkOf(address)}`;
