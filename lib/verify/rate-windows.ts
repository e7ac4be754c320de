/**
 * How often each key was used in its current window: fixed windows, aligned to the database's clock, so that all
 * processes agree on when one ends.
 *
 * - A process that knows itself to be alone counts by itself.
 * - Several share a row of the database, from which each takes a block of uses at a time: nothing is written per use, and
 *   all together never admit more than the limit. A window that was shared stays so until it ends.
 * - With Redis each use is counted there. While Redis is gone, the row of the database does.
 * - While neither answers, each process admits its share of the limit.
 */
import type { Database } from "#lib/data/client.ts";
import type { KeyFacts } from "./key-facts.ts";
import type { SharedWindows } from "./redis-windows.ts";
import { WindowLeases } from "./window-leases.ts";

const SWEEP_MS = 10_000;
/** The first block of a window is this fraction of the limit. */
const FIRST_BLOCK = 256;

export type RateRule = { readonly max: number; readonly seconds: number };

/** A key's window: how many uses it takes in how many seconds, how many are left, and when it starts anew (ms). */
export type RateState = { limit: number; seconds: number; remaining: number; resetAt: number };

export type Taken = { allowed: boolean; state: RateState };

type Window = {
	agencyId: string;
	startsAt: number;
	rule: RateRule;
	isShared: boolean;
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
	/** Resolves to whether the row answered. */
	lease: Promise<boolean> | null;
};

type Parts = { database: Database; redis: SharedWindows | null; onError: (error: unknown) => void };

export class RateWindows {
	readonly #parts: Parts;
	readonly #leases: WindowLeases;
	readonly #windows = new Map<string, Window>();
	#sweptAt = 0;

	constructor(parts: Parts) {
		this.#parts = parts;
		this.#leases = new WindowLeases(parts.database, parts.onError);
	}

	/**
	 * Counts a use against a key's window, for more than one if it costs more. `now` is database time in milliseconds.
	 */
	take(facts: KeyFacts, rule: RateRule, now: number, cost = 1): Taken | Promise<Taken> {
		const { redis } = this.#parts;
		if (redis?.isUp) {
			return redis
				.take(facts.keyId, rule, now, cost)
				.then((taken) => taken ?? this.#takeHere(facts, rule, now, cost));
		}
		return this.#takeHere(facts, rule, now, cost);
	}

	/** Others have come: what was counted alone is told, so that they count from there. */
	share() {
		if (this.#parts.database.changes.instances === 1) return;
		for (const [keyId, window] of this.#windows) {
			window.isShared = true;
			if (window.untold > 0) void this.#ask(keyId, window);
		}
	}

	#takeHere(facts: KeyFacts, rule: RateRule, now: number, cost: number): Taken | Promise<Taken> {
		const window = this.#windowOf(facts, rule, now);
		if (!window.isShared) return takeIf(window, cost, rule.max);
		if (window.left >= cost) return takeLeft(window, cost);
		if (window.isFull || cost > rule.max) return refuse(window);
		return this.#takeLeased(facts.keyId, window, cost);
	}

	async #takeLeased(keyId: string, window: Window, cost: number): Promise<Taken> {
		window.waiting += cost;
		try {
			while (window.left < cost && !window.isFull) {
				if (!(await this.#ask(keyId, window))) return this.#takeShare(window, cost);
			}
		} finally {
			window.waiting -= cost;
		}
		return window.left >= cost ? takeLeft(window, cost) : refuse(window);
	}

	#takeShare(window: Window, cost: number) {
		const instances = Math.max(1, this.#parts.database.changes.instances);
		return takeIf(window, cost, Math.max(1, Math.floor(window.rule.max / instances)));
	}

	/** One question at a time, for all who wait. */
	#ask(keyId: string, window: Window) {
		window.lease ??= this.#lease(keyId, window).finally(() => {
			window.lease = null;
		});
		return window.lease;
	}

	async #lease(keyId: string, window: Window) {
		const { max, seconds } = window.rule;
		const already = window.untold;
		const lease = await this.#leases.lease({
			agencyId: window.agencyId,
			keyId,
			startsAt: window.startsAt,
			seconds,
			max,
			already,
			wanted: Math.max(window.waiting, window.used, Math.floor(max / FIRST_BLOCK)),
		});
		if (!lease) return false;
		window.untold -= already;
		window.told = lease.used;
		// The rule may have changed since: then what it granted is of no use.
		if (window.rule.max === max) window.left += lease.granted;
		window.isFull = lease.granted === 0 && window.rule.max === max;
		return true;
	}

	#windowOf(facts: KeyFacts, rule: RateRule, now: number) {
		this.#sweep(now);
		const present = this.#windows.get(facts.keyId);
		if (present && present.rule.seconds === rule.seconds && now < endOf(present)) {
			if (present.rule.max !== rule.max) setRule(present, rule);
			return present;
		}
		const window: Window = {
			agencyId: facts.agency.id,
			startsAt: windowStart(rule.seconds, now),
			rule,
			isShared: this.#parts.database.changes.instances !== 1,
			used: 0,
			untold: 0,
			left: 0,
			told: 0,
			isFull: false,
			waiting: 0,
			lease: null,
		};
		this.#windows.set(facts.keyId, window);
		return window;
	}

	#sweep(now: number) {
		if (now - this.#sweptAt < SWEEP_MS) return;
		this.#sweptAt = now;
		for (const [keyId, window] of this.#windows) if (endOf(window) <= now) this.#windows.delete(keyId);
	}
}

/** When the window of this length began that `now` lies in; both in milliseconds, database time. */
export const windowStart = (seconds: number, now: number) =>
	Math.floor(now / (seconds * 1_000)) * seconds * 1_000;

const endOf = (window: Window) => window.startsAt + window.rule.seconds * 1_000;

/** Another limit for the same window: what was taken under the one before is not used any more. */
function setRule(window: Window, rule: RateRule) {
	window.rule = rule;
	window.left = 0;
	window.isFull = false;
}

/** Takes what fits under a bound. What costs nothing fits a full window, too. */
function takeIf(window: Window, cost: number, bound: number): Taken {
	const allowed = window.used + cost <= bound;
	if (allowed) {
		window.used += cost;
		window.untold += cost;
	}
	const remaining = window.rule.max - window.told - window.untold;
	return { allowed, state: stateOf(window, allowed || cost > 1 ? Math.max(0, remaining) : 0) };
}

function takeLeft(window: Window, cost: number): Taken {
	window.left -= cost;
	window.used += cost;
	return {
		allowed: true,
		state: stateOf(window, Math.max(0, window.rule.max - window.told) + window.left),
	};
}

const refuse = (window: Window): Taken => ({ allowed: false, state: stateOf(window, window.left) });

const stateOf = (window: Window, remaining: number): RateState => ({
	limit: window.rule.max,
	seconds: window.rule.seconds,
	remaining,
	resetAt: endOf(window),
});
