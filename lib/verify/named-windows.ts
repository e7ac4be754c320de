/**
 * Windows that a caller names, in its agency: fixed ones, aligned to the database's clock like those of keys.
 *
 * - With Redis each use is counted there, whoever counts.
 * - Without it each process counts by itself, and several admit their share of the limit each. Nothing is written: a
 *   process that begins anew has counted nothing.
 */
import { hash } from "node:crypto";
import { after } from "#lib/core/after.ts";
import type { Database } from "#lib/data/client.ts";
import { type RateRule, type Taken, windowStart } from "./rate-windows.ts";
import type { SharedWindows } from "./redis-windows.ts";

const WINDOWS_MAX = 100_000;
/** How many leave at once when there are too many. */
const LEAVING = 1_000;

/** A limit by its name, and within what it has it. */
export type NamedLimit = {
	scope: readonly ["namespace" | "key", string];
	name: string;
	rule: RateRule;
	cost: number;
};

/** What came of several: all were counted, or none was. `giveBack` undoes it, and tells what there is then. */
export type TakenTogether = { taken: Taken[]; giveBack: () => Promise<Taken[]> };

type Counted = { taken: Taken; giveBack: () => Promise<void> | void };

type Parts = { database: Database; redis: SharedWindows | null };
type Window = { endsAt: number; used: number };

export class NamedWindows {
	readonly #parts: Parts;
	/** By agency and place, the longest unused first. */
	readonly #agencies = new Map<string, Map<string, Window>>();
	#count = 0;

	constructor(parts: Parts) {
		this.#parts = parts;
	}

	/** Counts a use of so much, unless there is less left. `now` is database time in milliseconds. */
	take(agencyId: string, limit: NamedLimit, now: number): Taken | Promise<Taken> {
		return after(this.#take(agencyId, limit, now), ({ taken }) => taken);
	}

	/** {@link take} for several at once: where one has too little left, none is counted. */
	async takeAll(agencyId: string, limits: readonly NamedLimit[], now: number): Promise<TakenTogether> {
		const counted = await Promise.all(limits.map((limit) => this.#take(agencyId, limit, now)));
		const taken = counted.map((one) => one.taken);
		const giveBack = async () => {
			await Promise.all(counted.map((one) => one.taken.allowed && one.giveBack()));
			return taken.map((one, place) => restored(one, limits[place]?.cost ?? 0));
		};
		if (taken.every(({ allowed }) => allowed)) return { taken, giveBack };
		const untaken = await giveBack();
		return { taken: untaken, giveBack: async () => untaken };
	}

	#take(agencyId: string, limit: NamedLimit, now: number): Counted | Promise<Counted> {
		const { scope, name, rule, cost } = limit;
		const id = hash("sha256", JSON.stringify([agencyId, ...scope, name]), "base64url");
		const { redis } = this.#parts;
		if (!redis?.isUp) return this.#takeHere(agencyId, id, limit, now);
		return redis.take(id, rule, now, cost).then((taken) => {
			if (taken === null) return this.#takeHere(agencyId, id, limit, now);
			return { taken, giveBack: () => redis.giveBack(id, rule, now, cost) };
		});
	}

	#takeHere(agencyId: string, id: string, { rule, cost }: NamedLimit, now: number): Counted {
		const window = this.#windowOf(agencyId, id, rule, now);
		const max = this.#shareOf(rule);
		const allowed = window.used + cost <= max;
		if (allowed) window.used += cost;
		const { seconds, max: limit } = rule;
		const remaining = Math.max(0, max - window.used);
		const giveBack = () => {
			window.used -= cost;
		};
		return { taken: { allowed, state: { limit, seconds, remaining, resetAt: window.endsAt } }, giveBack };
	}

	#shareOf({ max }: RateRule) {
		const instances = Math.max(1, this.#parts.database.changes.instances);
		return Math.max(1, Math.floor(max / instances));
	}

	#windowOf(agencyId: string, id: string, { seconds }: RateRule, now: number) {
		const windows = this.#agencies.get(agencyId) ?? new Map<string, Window>();
		this.#agencies.set(agencyId, windows);
		const place = `${seconds} ${id}`;
		const present = windows.get(place);
		const isOver = !present || now >= present.endsAt;
		const window = isOver ? { endsAt: windowStart(seconds, now) + seconds * 1_000, used: 0 } : present;
		if (!present && ++this.#count > WINDOWS_MAX) this.#makeRoom();
		windows.delete(place);
		windows.set(place, window);
		return window;
	}

	/** Names are made up by callers, without an end: those of the agency that has the most leave, so that no other's do. */
	#makeRoom() {
		const [most] = [...this.#agencies.values()].sort((one, other) => other.size - one.size);
		for (const place of [...(most?.keys() ?? [])].slice(0, LEAVING)) {
			most?.delete(place);
			this.#count--;
		}
	}
}

/** What is told of a limit whose use was given back. */
const restored = ({ allowed, state }: Taken, cost: number): Taken =>
	allowed ? { allowed, state: { ...state, remaining: state.remaining + cost } } : { allowed, state };
