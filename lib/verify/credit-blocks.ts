/**
 * Credits that this process may give out by itself. A block is taken from the quota's row by one conditional update, so all
 * processes together never give out more than there is; blocks grow while a key is busy and shrink to single credits
 * as the quota runs out. What lies idle for a second goes back. What a process that is killed had taken is lost to the key,
 * never given out twice.
 *
 * Whoever sets the quota anew, or a refill, makes blocks taken before worthless: the change is told like any other.
 */
import type { Database } from "#lib/data/client.ts";
import { leaseCredits, returnCredits } from "#lib/data/quotas.ts";
import type { KnownKey } from "./memory.ts";

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

type Outcome = "granted" | "too few" | "no quota";

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

	/** Takes what a use costs. Rejects when the database cannot be asked: a hard quota is never guessed. */
	take(known: KnownKey, cost: number, now: number): Credits | Promise<Credits> {
		const block = this.#blocks.get(known.keyId);
		if (cost === 0) return { allowed: true, remaining: this.known(known) };
		if (block) block.usedAt = performance.now();
		if (block && now < block.refillsAt && this.#isSure(block)) {
			if (block.left >= cost) return spend(block, cost);
			if (isExhausted(block, cost)) {
				return { allowed: false, remaining: block.left + block.remaining };
			}
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

	/** Whether it would have been heard that the quota was set anew. Otherwise the row is asked each time. */
	#isSure({ epoch }: Block) {
		const { changes } = this.#parts.database;
		return changes.isProven && epoch === changes.epoch;
	}

	async #takeLeased(known: KnownKey, cost: number, now: number): Promise<Credits> {
		for (;;) {
			const block = this.#blockOf(known);
			if (now >= block.refillsAt) {
				block.left = 0;
				block.refillsAt = Number.POSITIVE_INFINITY;
			}
			if (block.left >= cost && this.#isSure(block)) return spend(block, cost);
			if (block.lease) {
				await block.lease;
				if (isExhausted(block, cost)) return { allowed: false, remaining: block.left + block.remaining };
				continue;
			}
			block.lease = this.#lease(known, block, cost).finally(() => {
				block.lease = null;
			});
			const outcome = await block.lease;
			if (outcome === "no quota") return { allowed: true, remaining: 0 };
			if (outcome === "too few") return { allowed: false, remaining: block.left + block.remaining };
			if (block.left >= cost) return spend(block, cost);
		}
	}

	async #lease(known: KnownKey, block: Block, cost: number): Promise<Outcome> {
		const askedAt = performance.now();
		const { epoch, isProven } = this.#parts.database.changes;
		const isBusy = isProven && askedAt - block.askedAt < IDLE_MS;
		const needed = Math.max(0, cost - block.left);
		const wanted = isBusy ? Math.min(BLOCK_MAX, Math.max(needed, block.size * 2)) : needed;
		const answer = await leaseCredits(this.#parts.database, block.agencyId, known.keyId, { needed, wanted });
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
		if (answer.granted < needed) {
			block.exhaustedUntil = performance.now() + EXHAUSTED_MS;
			return "too few";
		}
		// Dropped meanwhile: what it holds goes back, and a new one takes its place.
		if (this.#blocks.get(known.keyId) !== block) await this.#giveBack(known.keyId, block);
		return "granted";
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

const isExhausted = ({ exhaustedUntil, left, remaining }: Block, cost: number) =>
	performance.now() < exhaustedUntil && cost > left + remaining;
