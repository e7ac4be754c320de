/**
 * Credits that this process may give out by itself. A block is taken from the quota's row by one conditional update, so all
 * processes together never give out more than there is. It holds what waits to be spent; while a key is busy, more; and
 * no more than that as the quota runs out. What lies idle for a second goes back. What a process that is killed had taken is
 * lost to the key, never given out twice.
 *
 * Whoever sets the quota anew, or a refill, makes blocks taken before worthless: the change is told like any other. While
 * it is not certain that changes are heard, a block is spent only after its row was asked.
 */
import { setTimeout as delay } from "node:timers/promises";
import type { Change } from "#lib/data/changes/message.ts";
import type { Database } from "#lib/data/client.ts";
import { type CreditDemand, leaseCredits, returnCredits } from "#lib/data/quotas.ts";
import type { KnownKey } from "./memory.ts";
import { ANSWER_MS_MAX } from "./reader.ts";

const IDLE_MS = 1_000;
/** How long a quota that had too little is not asked again. */
const EXHAUSTED_MS = 250;
const BLOCK_MAX = 1_000;

type Block = {
	agencyId: string;
	grantVersion: string;
	left: number;
	/** What the row still had when it was last asked; when that was (`performance.now()`), and in which epoch. */
	remaining: number;
	askedAt: number;
	epoch: number;
	/** Database time in milliseconds. */
	refillsAt: number;
	size: number;
	usedAt: number;
	/** Demands above what there is are refused until then without asking. */
	exhaustedUntil: number;
	/** What the calls that wait for credits cost together. */
	waiting: number;
	lease: Promise<Outcome> | null;
};

type Outcome = "granted" | "too few" | "no quota" | "unknown";

export type Credits = { allowed: boolean; remaining: number };

type Parts = { database: Database; onError: (error: unknown) => void };

export class CreditBlocks {
	readonly #parts: Parts;
	readonly #blocks = new Map<string, Block>();
	#timer: NodeJS.Timeout | undefined;

	constructor(parts: Parts) {
		this.#parts = parts;
	}

	start() {
		this.#timer ??= setInterval(() => void this.#returnIdle(performance.now() - IDLE_MS), IDLE_MS).unref();
	}

	/** Gives back all that is left. */
	async stop() {
		clearInterval(this.#timer);
		this.#timer = undefined;
		await Promise.all([...this.#blocks.values()].map(({ lease }) => lease));
		await this.#returnIdle(Number.POSITIVE_INFINITY);
	}

	/** Takes what a use costs. Null when the database cannot be asked in time: a hard quota is never guessed. */
	take(known: KnownKey, cost: number, now: number): Credits | Promise<Credits | null> {
		if (cost === 0) return { allowed: true, remaining: this.known(known) };
		const block = this.#blocks.get(known.keyId);
		if (!block) return this.#takeLeased(known, cost, now);
		block.usedAt = performance.now();
		return (now < block.refillsAt && this.#decide(block, cost)) || this.#takeLeased(known, cost, now);
	}

	/** What is left of a key's quota as far as this process knows. */
	known(known: KnownKey) {
		const block = this.#blocks.get(known.keyId);
		if (!block) return known.credits ?? 0;
		return block.left + (known.readAt > block.askedAt ? (known.credits ?? 0) : block.remaining);
	}

	/** Lets go of what a change was told of: those quotas may have been set anew. */
	forget(change: Change) {
		if (change.kind === "keys") {
			for (const keyId of change.keyIds) this.#drop(keyId);
			return;
		}
		for (const [keyId, { agencyId }] of this.#blocks) {
			if (change.kind === "all" || agencyId === change.agencyId) this.#drop(keyId);
		}
	}

	#drop(keyId: string) {
		const block = this.#blocks.get(keyId);
		if (!block) return;
		this.#blocks.delete(keyId);
		void this.#giveBack(keyId, block);
	}

	/** Null when the row has to be asked. */
	#decide(block: Block, cost: number): Credits | null {
		const { changes } = this.#parts.database;
		if (!changes.isProven || block.epoch !== changes.epoch) return null;
		if (block.left >= cost) return spend(block, cost);
		const isExhausted = performance.now() < block.exhaustedUntil && cost > block.left + block.remaining;
		return isExhausted ? refuse(block) : null;
	}

	async #takeLeased(known: KnownKey, cost: number, now: number): Promise<Credits | null> {
		const late = delay(ANSWER_MS_MAX, "late" as const, { ref: false });
		for (;;) {
			const block = this.#blockOf(known, now);
			const isOthers = block.lease !== null;
			block.waiting += cost;
			block.lease ??= this.#lease(known, block, cost).finally(() => {
				block.lease = null;
			});
			const outcome = await Promise.race([block.lease, late]);
			block.waiting -= cost;
			if (outcome === "late" || outcome === "unknown") return null;
			if (outcome === "no quota") return { allowed: true, remaining: 0 };
			// What one's own question brought is told even when nobody knows what has been set since.
			if (!isOthers && outcome === "too few") return refuse(block);
			if (!isOthers && block.left >= cost) return spend(block, cost);
			const decided = this.#decide(block, cost);
			if (decided) return decided;
		}
	}

	async #lease(known: KnownKey, block: Block, cost: number): Promise<Outcome> {
		const { epoch, isProven } = this.#parts.database.changes;
		// Those who come within the same turn are waited for.
		await new Promise((resolve) => setImmediate(resolve));
		const askedAt = performance.now();
		const isBusy = isProven && askedAt - block.askedAt < IDLE_MS;
		const needed = Math.max(0, cost - block.left);
		const demand = isProven ? Math.max(needed, block.waiting - block.left) : needed;
		const wanted = isBusy ? Math.min(BLOCK_MAX, block.size * 2) : 0;
		const answer = await this.#ask(block.agencyId, known.keyId, { needed, demand, wanted });
		if (answer === "unknown") return answer;
		block.askedAt = askedAt;
		block.epoch = epoch;
		if (!answer) return "no quota";
		// After a refill or a new grant, what was left of the block before is worth nothing.
		if (answer.grant_version !== block.grantVersion) block.left = 0;
		block.grantVersion = answer.grant_version;
		block.refillsAt = answer.refills_at?.getTime() ?? Number.POSITIVE_INFINITY;
		block.left += answer.granted;
		block.remaining = answer.remaining;
		block.size = answer.granted;
		if (answer.granted === 0 && needed > 0) {
			block.exhaustedUntil = performance.now() + EXHAUSTED_MS;
			return "too few";
		}
		// Dropped meanwhile: what it holds goes back, and a new one takes its place.
		if (this.#blocks.get(known.keyId) !== block) await this.#giveBack(known.keyId, block);
		return "granted";
	}

	async #ask(agencyId: string, keyId: string, demand: CreditDemand) {
		try {
			return await leaseCredits(this.#parts.database, agencyId, keyId, demand);
		} catch (error) {
			this.#parts.onError(error);
			return "unknown";
		}
	}

	/** What was taken before a refill that is due is worth nothing. */
	#blockOf(known: KnownKey, now: number): Block {
		const present = this.#blocks.get(known.keyId);
		if (present && now < present.refillsAt) return present;
		const block: Block = {
			agencyId: known.agency.id,
			grantVersion: "",
			left: 0,
			remaining: 0,
			askedAt: Number.NEGATIVE_INFINITY,
			epoch: -1,
			refillsAt: Number.POSITIVE_INFINITY,
			size: 0,
			usedAt: performance.now(),
			exhaustedUntil: Number.NEGATIVE_INFINITY,
			waiting: 0,
			lease: null,
		};
		this.#blocks.set(known.keyId, block);
		return block;
	}

	async #returnIdle(usedBefore: number) {
		const idle = [...this.#blocks].filter(([, block]) => block.usedAt <= usedBefore && !block.lease);
		for (const [keyId] of idle) this.#blocks.delete(keyId);
		await Promise.all(idle.map(([keyId, block]) => this.#giveBack(keyId, block)));
	}

	/** A block that cannot be given back now is lost to the key. */
	async #giveBack(keyId: string, block: Block) {
		const { agencyId, grantVersion, left } = block;
		block.left = 0;
		if (left === 0) return;
		try {
			await returnCredits(this.#parts.database, agencyId, keyId, grantVersion, left);
		} catch (error) {
			this.#parts.onError(error);
		}
	}
}

function spend(block: Block, cost: number): Credits {
	block.left -= cost;
	return { allowed: true, remaining: block.left + block.remaining };
}

const refuse = (block: Block): Credits => ({ allowed: false, remaining: block.left + block.remaining });
