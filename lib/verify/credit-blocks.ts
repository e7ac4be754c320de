/**
 * Credits that this process may give out by itself. A block is taken from the quota's row by one conditional update, so all
 * processes together never give out more than there is; blocks grow while a key is busy and shrink to single credits
 * as the quota runs out. What lies idle for a second goes back. What a process that is killed had taken is lost to the key,
 * never given out twice.
 *
 * Whoever sets the quota anew, or a refill, makes blocks taken before worthless: the change is told like any other.
 */
import { setTimeout as delay } from "node:timers/promises";
import type { Database } from "#lib/data/client.ts";
import { leaseCredits, returnCredits } from "#lib/data/quotas.ts";
import type { KnownKey } from "./memory.ts";
import { ANSWER_MS_MAX } from "./reader.ts";

const IDLE_MS = 1_000;
/** How long a quota that had too little is not asked again. */
const EXHAUSTED_MS = 250;
const BLOCK_MAX = 1_000;

type Block = {
	agencyId: string;
	grantVersion: number;
	left: number;
	/** What the row still had when it was last asked, and when that was (`performance.now()`). */
	remaining: number;
	askedAt: number;
	/** Database time in milliseconds. */
	refillsAt: number;
	size: number;
	/** The epoch of changes in which the row was last asked. */
	epoch: number;
	usedAt: number;
	/** Demands above what there is are refused until then without asking. */
	exhaustedUntil: number;
	lease: Promise<Outcome> | null;
};

type Outcome = "asked" | "no quota" | "unknown";

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
		await this.#returnIdle(Number.POSITIVE_INFINITY);
	}

	/** Takes what a use costs. Null when the database cannot be asked in time: a hard quota is never guessed. */
	take(known: KnownKey, cost: number, now: number): Credits | Promise<Credits | null> {
		const block = this.#blocks.get(known.keyId);
		if (cost === 0) return { allowed: true, remaining: this.known(known) };
		if (block) block.usedAt = performance.now();
		if (block && now < block.refillsAt && this.#isSure(block, known)) {
			if (block.left >= cost) return spend(block, cost);
			if (isExhausted(block, cost)) return refuse(block);
		}
		return this.#takeLeased(known, cost, now);
	}

	/** What is left of a key's quota as far as this process knows. */
	known(known: KnownKey) {
		const block = this.#blocks.get(known.keyId);
		if (!block) return known.credits ?? 0;
		return block.left + (known.readAt > block.askedAt ? (known.credits ?? 0) : block.remaining);
	}

	/** The quota may have been set anew. */
	drop(keyId: string) {
		const block = this.#blocks.get(keyId);
		if (!block) return;
		this.#blocks.delete(keyId);
		void this.#giveBack(keyId, block);
	}

	dropAll() {
		for (const keyId of [...this.#blocks.keys()]) this.drop(keyId);
	}

	/**
	 * Whether it would have been heard that the quota was set anew. While nobody can be asked about the key either, the
	 * block is as good as the key.
	 */
	#isSure(block: Block, known: KnownKey) {
		const { changes } = this.#parts.database;
		if (changes.isProven) return block.epoch === changes.epoch;
		return block.epoch === known.epoch && known.readAt <= Math.max(block.askedAt, changes.provenAt);
	}

	async #takeLeased(known: KnownKey, cost: number, now: number): Promise<Credits | null> {
		const late = delay(ANSWER_MS_MAX, "late" as const, { ref: false });
		for (;;) {
			const block = this.#blockOf(known);
			if (now >= block.refillsAt) {
				block.left = 0;
				block.refillsAt = Number.POSITIVE_INFINITY;
			}
			if (block.left >= cost && this.#isSure(block, known)) return spend(block, cost);
			const isOthers = block.lease !== null;
			block.lease ??= this.#lease(known, block, cost).finally(() => {
				block.lease = null;
			});
			const outcome = await Promise.race([block.lease, late]);
			if (outcome === "late" || outcome === "unknown") return null;
			if (outcome === "no quota") return { allowed: true, remaining: 0 };
			if (isExhausted(block, cost)) return refuse(block);
			if (!isOthers && block.left >= cost) return spend(block, cost);
		}
	}

	async #lease(known: KnownKey, block: Block, cost: number): Promise<Outcome> {
		const askedAt = performance.now();
		const { epoch, isProven } = this.#parts.database.changes;
		const isBusy = isProven && askedAt - block.askedAt < IDLE_MS;
		const needed = Math.max(0, cost - block.left);
		const wanted = isBusy ? Math.min(BLOCK_MAX, Math.max(needed, block.size * 2)) : needed;
		const answer = await this.#ask(block.agencyId, known.keyId, { needed, wanted });
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
		if (answer.granted < needed) block.exhaustedUntil = performance.now() + EXHAUSTED_MS;
		// Dropped meanwhile: what it holds goes back, and a new one takes its place.
		if (this.#blocks.get(known.keyId) !== block) await this.#giveBack(known.keyId, block);
		return "asked";
	}

	async #ask(agencyId: string, keyId: string, demand: { needed: number; wanted: number }) {
		try {
			return await leaseCredits(this.#parts.database, agencyId, keyId, demand);
		} catch (error) {
			this.#parts.onError(error);
			return "unknown";
		}
	}

	#blockOf(known: KnownKey): Block {
		let block = this.#blocks.get(known.keyId);
		if (!block) {
			block = {
				agencyId: known.agency.id,
				grantVersion: 0,
				left: 0,
				remaining: 0,
				askedAt: Number.NEGATIVE_INFINITY,
				refillsAt: Number.POSITIVE_INFINITY,
				size: 0,
				epoch: -1,
				usedAt: performance.now(),
				exhaustedUntil: Number.NEGATIVE_INFINITY,
				lease: null,
			};
			this.#blocks.set(known.keyId, block);
		}
		return block;
	}

	async #returnIdle(usedBefore: number) {
		for (const [keyId, block] of [...this.#blocks]) {
			if (block.usedAt > usedBefore || block.lease) continue;
			this.#blocks.delete(keyId);
			await this.#giveBack(keyId, block);
		}
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

/** Whether the quota had too little for this just now. */
const isExhausted = ({ exhaustedUntil, left, remaining }: Block, cost: number) =>
	performance.now() < exhaustedUntil && cost > left + remaining;

const refuse = ({ left, remaining }: Block): Credits => ({ allowed: false, remaining: left + remaining });
