/**
 * The facts behind a key's text, from memory whenever that is as good as asking.
 *
 * A hit is **served as it is** while the channel of changes is proven (lib/data/changes/change-channel.ts), the entry is of
 * the present epoch, and its agency has not changed. Every ten seconds of use it is read again behind the answer, in case
 * somebody changed rows with the triggers switched off.
 *
 * Otherwise the hit is **read again** before it is served. When the database does not answer within 250 ms either, a key
 * that was known is told as unconfirmed, for at most the grace after its last confirmation and never without a lease;
 * after that, and for any other key, the answer is UNAVAILABLE.
 *
 * A change that is heard takes entries out at once (`k`, `*`) or makes them unfit to be served (`a`).
 */
import { hash } from "node:crypto";
import { isKeyText, KEY_LENGTH } from "#lib/core/keys/format.ts";
import type { ChangeChannel } from "#lib/data/changes/change-channel.ts";
import type { EngineCounters } from "./counters.ts";
import { isStale, type KnownKey, type Memory } from "./memory.ts";
import type { Reader } from "./reader.ts";
import { UNAVAILABLE } from "./unavailable.ts";

const REFRESH_AFTER_MS = 10_000;
const REFRESHES_PER_SECOND = 500;

/** A key as it was when it was last confirmed: it may have changed since, and nobody could be asked. */
export class Unconfirmed {
	readonly known: KnownKey;
	constructor(known: KnownKey) {
		this.known = known;
	}
}

/** Null when there is no such key. */
export type Found = KnownKey | null | Unconfirmed | typeof UNAVAILABLE;

type Parts = {
	changes: ChangeChannel;
	memory: Memory;
	reader: Reader;
	counters: EngineCounters;
	/** How long a key may be served without confirmation, in milliseconds. */
	graceMs: number;
};

export class KnownKeys {
	readonly #parts: Parts;
	#refreshes = 0;
	#refreshSecond = 0;

	constructor(parts: Parts) {
		this.#parts = parts;
	}

	/**
	 * Finds a key by its text. What is in memory and counts comes at once, anything else as a promise. `beforeReading`
	 * may refuse to look for a text that has never been seen.
	 */
	find<Refusal>(text: string, beforeReading: () => Refusal | null): Found | Refusal | Promise<Found> {
		if (text.length !== KEY_LENGTH) return null;
		const { changes, memory, counters } = this.#parts;
		const id = hash("sha256", text, "base64url");
		const known = memory.find(id);
		const now = performance.now();
		const isProven = now < changes.provenUntil;
		if (known !== undefined) {
			counters.cache.hits++;
			if (!isProven || known.epoch !== changes.epoch || isStale(known)) {
				return this.#confirm(known, text, now);
			}
			if (now - known.readAt > REFRESH_AFTER_MS) this.#refresh(known, text, now);
			return known;
		}
		if (!isKeyText(text)) return null;
		if (isProven && memory.isUnknown(id)) return null;
		return beforeReading() ?? this.#parts.reader.read(id, text);
	}

	#confirm(known: KnownKey, text: string, now: number): Found | Promise<Found> {
		const { counters, reader } = this.#parts;
		counters.cache.refreshes++;
		const answer = reader.read(known.id, text);
		const unconfirmed = reader.isFailing ? this.#unconfirmed(known, now) : UNAVAILABLE;
		if (unconfirmed !== UNAVAILABLE) return unconfirmed;
		return answer.then((read) => (read === UNAVAILABLE ? this.#unconfirmed(known, performance.now()) : read));
	}

	#unconfirmed(known: KnownKey, now: number): Found {
		const { changes, graceMs, memory } = this.#parts;
		const isUsable = now < changes.usableUntil(known.epoch, known.readAt, graceMs);
		// What is known to have changed is not what it was.
		if (!isUsable || isStale(known) || !memory.holds(known)) return UNAVAILABLE;
		return new Unconfirmed(known);
	}

	/** So many a second and no more: the rest has its turn when it is next asked for. */
	#refresh(known: KnownKey, text: string, now: number) {
		const { counters, reader } = this.#parts;
		const second = Math.floor(now / 1_000);
		if (second !== this.#refreshSecond) {
			this.#refreshSecond = second;
			this.#refreshes = 0;
		}
		if (this.#refreshes >= REFRESHES_PER_SECOND || reader.isAsked(known.id)) return;
		this.#refreshes++;
		counters.cache.refreshes++;
		void reader.read(known.id, text);
	}
}
