/**
 * How often each key was used in its current window: fixed windows, aligned to the database's clock, so that all
 * processes agree on when one ends.
 *
 * - One process counts by itself.
 * - Several share a row of the database, from which each takes a block of uses at a time: nothing is written per use, and
 *   all together never admit more than the limit.
 * - With Redis each use is counted there. While Redis is gone, the row of the database does.
 * - While neither can be reached, each process admits its share of the limit.
 */
import type { ChangeChannel } from "#lib/data/changes/change-channel.ts";
import type { Database } from "#lib/data/client.ts";
import { leaseWindow } from "#lib/data/quotas.ts";
import type { KeyFacts } from "./key-facts.ts";
import type { SharedWindows } from "./redis-windows.ts";

const SWEEP_MS = 10_000;
/** The first block of a window is this fraction of the limit. */
const FIRST_BLOCK = 256;

/** A key's window: how many uses it takes in how many seconds, how many are left, and when it starts anew (ms). */
export type RateState = { limit: number; seconds: number; remaining: number; resetAt: number };

export type Taken = { allowed: boolean; state: RateState };

type Window = {
	startsAt: number;
	seconds: number;
	/** Uses admitted here. */
	used: number;
	/** Of those, the ones that the shared row does not know of. */
	untold: number;
	/** Uses that were taken from the shared row and not yet made. */
	left: number;
	/** What the shared row had counted, those taken by this process included, when it was last asked. */
	told: number;
	isFull: boolean;
	waiting: number;
	lease: Promise<void> | null;
};

type Parts = { database: Database; redis: SharedWindows | null; onError: (error: unknown) => void };

export class RateWindows {
	readonly #parts: Parts;
	readonly #changes: ChangeChannel;
	readonly #windows = new Map<string, Window>();
	#sweptAt = 0;

	constructor(parts: Parts) {
		this.#parts = parts;
		this.#changes = parts.database.changes;
	}

	/** Counts one use against a key's window. `now` is database time in milliseconds. */
	take(facts: KeyFacts, rule: { max: number; seconds: number }, now: number): Taken | Promise<Taken> {
		const { redis } = this.#parts;
		if (redis?.isUp) {
			return redis.take(facts.keyId, rule, now).then((taken) => taken ?? this.#takeHere(facts, rule, now));
		}
		return this.#takeHere(facts, rule, now);
	}

	#takeHere(facts: KeyFacts, rule: { max: number; seconds: number }, now: number): Taken | Promise<Taken> {
		const window = this.#windowOf(facts.keyId, rule.seconds, now);
		if (this.#changes.instances === 1) {
			// Others may have been here until a moment ago.
			return takeIf(window, window.told - window.left + window.untold < rule.max, rule);
		}
		if (window.left > 0) return takeLeft(window, rule);
		if (window.isFull) return { allowed: false, state: stateOf(window, rule, 0) };
		// Nobody waits for a database that may not answer.
		if (!this.#changes.isProven) return this.#takeShare(window, rule);
		return this.#takeLeased(facts, window, rule);
	}

	#takeShare(window: Window, rule: { max: number; seconds: number }) {
		const share = Math.max(1, Math.floor(rule.max / this.#changes.instances));
		return takeIf(window, window.used < share, rule);
	}

	async #takeLeased(facts: KeyFacts, window: Window, rule: { max: number; seconds: number }): Promise<Taken> {
		window.waiting++;
		try {
			while (window.left === 0 && !window.isFull) {
				window.lease ??= this.#lease(facts, window, rule.max).finally(() => {
					window.lease = null;
				});
				await window.lease;
			}
		} catch (error) {
			this.#parts.onError(error);
			return this.#takeShare(window, rule);
		} finally {
			window.waiting--;
		}
		return window.left > 0 ? takeLeft(window, rule) : { allowed: false, state: stateOf(window, rule, 0) };
	}

	async #lease(facts: KeyFacts, window: Window, max: number) {
		const already = window.untold;
		const { granted, used } = await leaseWindow(this.#parts.database, {
			agencyId: facts.agency.id,
			keyId: facts.keyId,
			startsAt: window.startsAt,
			max,
			already,
			wanted: Math.max(window.waiting, window.used, Math.floor(max / FIRST_BLOCK)),
		});
		window.untold -= already;
		window.left += granted;
		window.told = used;
		window.isFull = granted === 0;
	}

	#windowOf(keyId: string, seconds: number, now: number) {
		this.#sweep(now);
		const present = this.#windows.get(keyId);
		if (present && present.seconds === seconds && now < endOf(present)) return present;
		const lengthMs = seconds * 1_000;
		const window: Window = {
			startsAt: Math.floor(now / lengthMs) * lengthMs,
			seconds,
			used: 0,
			untold: 0,
			left: 0,
			told: 0,
			isFull: false,
			waiting: 0,
			lease: null,
		};
		this.#windows.set(keyId, window);
		return window;
	}

	#sweep(now: number) {
		if (now - this.#sweptAt < SWEEP_MS) return;
		this.#sweptAt = now;
		for (const [keyId, window] of this.#windows) if (endOf(window) <= now) this.#windows.delete(keyId);
	}
}

const endOf = (window: Window) => window.startsAt + window.seconds * 1_000;

function takeIf(window: Window, allowed: boolean, rule: { max: number; seconds: number }): Taken {
	if (allowed) {
		window.used++;
		window.untold++;
	}
	const remaining = rule.max - window.told + window.left - window.untold;
	return { allowed, state: stateOf(window, rule, allowed ? Math.max(0, remaining) : 0) };
}

function takeLeft(window: Window, rule: { max: number; seconds: number }): Taken {
	window.left--;
	window.used++;
	return { allowed: true, state: stateOf(window, rule, Math.max(0, rule.max - window.told) + window.left) };
}

const stateOf = (
	window: Window,
	{ max, seconds }: { max: number; seconds: number },
	remaining: number,
): RateState => ({ limit: max, seconds, remaining, resetAt: endOf(window) });
