/**
 * Windows that a caller names, in its agency: fixed ones, aligned to the database's clock like those of keys.
 *
 * - With Redis each use is counted there, whoever counts.
 * - Without it each process counts by itself, and several admit their share of the limit each. Nothing is written: a
 *   process that begins anew has counted nothing.
 */
import { hash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Database } from "#lib/data/client.ts";
import { type RateRule, type Taken, windowStart } from "./rate-windows.ts";
import type { SharedWindows } from "./redis-windows.ts";

const WINDOWS_MAX = 100_000;

/** A limit by its name, and within what it has it. */
export type NamedLimit = {
	scope: readonly ["namespace" | "key", string];
	name: string;
	rule: RateRule;
	cost: number;
};

type Parts = { database: Database; redis: SharedWindows | null };
type Window = { endsAt: number; used: number };

export class NamedWindows {
	readonly #parts: Parts;
	/** The longest unused leave first: names are made up by callers, without an end. */
	readonly #windows = new LRUCache<string, Window>({ max: WINDOWS_MAX });

	constructor(parts: Parts) {
		this.#parts = parts;
	}

	/** Counts a use of so much, unless there is less left. `now` is database time in milliseconds. */
	take(agencyId: string, limit: NamedLimit, now: number): Taken | Promise<Taken> {
		const { scope, name, rule, cost } = limit;
		const id = hash("sha256", JSON.stringify([agencyId, ...scope, name]), "base64url");
		const { redis } = this.#parts;
		if (redis?.isUp) {
			return redis.take(id, rule, now, cost).then((taken) => taken ?? this.#takeHere(id, rule, now, cost));
		}
		return this.#takeHere(id, rule, now, cost);
	}

	#takeHere(id: string, rule: RateRule, now: number, cost: number): Taken {
		const window = this.#windowOf(id, rule, now);
		const max = this.#shareOf(rule);
		const allowed = window.used + cost <= max;
		if (allowed) window.used += cost;
		const { seconds, max: limit } = rule;
		const remaining = Math.max(0, max - window.used);
		return { allowed, state: { limit, seconds, remaining, resetAt: window.endsAt } };
	}

	#shareOf({ max }: RateRule) {
		const instances = Math.max(1, this.#parts.database.changes.instances);
		return Math.max(1, Math.floor(max / instances));
	}

	#windowOf(id: string, { seconds }: RateRule, now: number) {
		const place = `${seconds} ${id}`;
		const present = this.#windows.get(place);
		if (present && now < present.endsAt) return present;
		const window = { endsAt: windowStart(seconds, now) + seconds * 1_000, used: 0 };
		this.#windows.set(place, window);
		return window;
	}
}
