import { timingSafeEqual } from "node:crypto";
import type { DerivedKey } from "#lib/config/secrets.ts";
import { digestKey } from "#lib/core/keys/digest.ts";
import type { Change } from "#lib/data/changes/message.ts";
import type { Database } from "#lib/data/client.ts";
import { isDatabaseUnavailable } from "#lib/data/database-errors.ts";
import { readSecrets, type SecretRow } from "#lib/data/verify-lookup.ts";
import { ChangeLog } from "./change-log.ts";
import type { EngineCounters } from "./counters.ts";
import type { DatabaseClock } from "./database-clock.ts";
import type { KnownKey, Memory } from "./memory.ts";
import { UNAVAILABLE } from "./unavailable.ts";

/** Nobody waits longer than this for the database. */
export const ANSWER_MS_MAX = 250;
/** What a look-up says is worth nothing when it comes later than this: the process may have stood still meanwhile. */
const READ_MS_MAX = 1_000;
/** A look-up takes this long only when something is wrong, or the database far away. */
const SUSPICIOUS_MS = 120;
const BATCH_MAX = 500;
const BATCHES_AT_ONCE = 2;
/** A batch that takes longer does not keep the next one waiting. */
const SLOW_MS = 10;
const WAITING_MAX = 10_000;

export type ReadAnswer = KnownKey | null | typeof UNAVAILABLE;

type Ask = {
	id: string;
	digests: Buffer[];
	answer: Promise<ReadAnswer>;
	isAnswered: boolean;
	resolve: (answer: ReadAnswer) => void;
};

export type ReaderParts = {
	database: Database;
	peppers: readonly DerivedKey[];
	memory: Memory;
	clock: DatabaseClock;
	counters: EngineCounters;
	onError: (error: unknown) => void;
};

/**
 * Reads secrets from the database into memory. All that is asked within one turn of the event loop goes in one query, and
 * a secret is asked for once however many wait for it.
 *
 * A change that is heard while a query is under way may or may not be in its result. So such a result is thrown away and
 * the question put again: what was read before a change is never remembered, nor told, after the change was heard.
 */
export class Reader {
	readonly #parts: ReaderParts;
	readonly #changes = new ChangeLog();
	/** Asked for and not sent yet. */
	#waiting = new Map<string, Ask>();
	readonly #sent = new Map<string, Ask>();
	#isScheduled = false;
	/** Runs while a batch is under way and another waits. */
	#slow: NodeJS.Timeout | undefined;
	#isFailing = false;
	/** When the batches that are under way were sent, the oldest first. */
	readonly #sentAt: number[] = [];

	constructor(parts: ReaderParts) {
		this.#parts = parts;
	}

	/**
	 * Whether the last look-up failed or came late, or one takes suspiciously long: waiting for the next one would most
	 * likely be in vain. Every call puts its question all the same, so the first one that is answered ends it.
	 */
	get isFailing() {
		const [since = Number.POSITIVE_INFINITY] = this.#sentAt;
		return this.#isFailing || performance.now() - since > SUSPICIOUS_MS;
	}

	isAsked(id: string) {
		return this.#waiting.has(id) || this.#sent.has(id);
	}

	/** A change was heard: whatever is under way may not know of it. */
	hear(change: Change) {
		this.#changes.add(change);
	}

	/** Reads a secret. Null when there is none with this text; UNAVAILABLE after 250 ms at the latest. */
	read(id: string, text: string): Promise<ReadAnswer> {
		const present = this.#waiting.get(id) ?? this.#joinable(id);
		if (present && !present.isAnswered) return present.answer;
		if (this.#waiting.size >= WAITING_MAX) return Promise.resolve(UNAVAILABLE);
		const ask = makeAsk(
			id,
			this.#parts.peppers.map((pepper) => digestKey(text, pepper)),
			() => {
				this.#isFailing = true;
			},
		);
		this.#waiting.set(id, ask);
		this.#schedule();
		return ask.answer;
	}

	/** While changes are heard, a query that is under way does for newcomers too: a change would undo its result. */
	#joinable(id: string) {
		const sent = this.#sent.get(id);
		return this.#parts.database.changes.isProven ? sent : undefined;
	}

	/** While one batch is under way the next one grows, since a query costs far more than what is asked with it. */
	#schedule() {
		if (this.#isScheduled || this.#sentAt.length >= BATCHES_AT_ONCE || this.#waiting.size === 0) return;
		if (this.#sentAt.length > 0) {
			this.#slow ??= setTimeout(() => void this.#send(), SLOW_MS);
			return;
		}
		this.#isScheduled = true;
		setImmediate(() => {
			this.#isScheduled = false;
			void this.#send();
		});
	}

	async #send() {
		clearTimeout(this.#slow);
		this.#slow = undefined;
		const batch = this.#takeBatch();
		if (batch.length === 0) return;
		const { changes } = this.#parts.database;
		const sentAt = performance.now();
		const epoch = changes.epoch;
		const since = this.#changes.begin();
		for (const ask of batch) {
			this.#sent.set(ask.id, ask);
		}
		this.#sentAt.push(sentAt);
		this.#parts.counters.cache.misses += batch.length;
		try {
			const rows = await readSecrets(
				this.#parts.database,
				batch.flatMap((ask) => ask.digests),
			);
			this.#isFailing = false;
			const receivedAt = performance.now();
			const [row] = rows;
			const isVoid = epoch !== changes.epoch || receivedAt - sentAt > READ_MS_MAX;
			if (row && !isVoid) this.#parts.clock.sample(row.database_now, sentAt, receivedAt);
			this.#accept(batch, rows, (found) => isVoid || this.#changes.touches(since, found), {
				readAt: sentAt,
				epoch,
			});
		} catch (error) {
			this.#isFailing = true;
			if (!isDatabaseUnavailable(error)) this.#parts.onError(error);
			for (const ask of batch) this.#answer(ask, UNAVAILABLE);
		} finally {
			this.#changes.end(since);
			this.#sentAt.splice(this.#sentAt.indexOf(sentAt), 1);
			this.#schedule();
		}
	}

	/** What nobody waits for any more is not asked. */
	#takeBatch() {
		const batch: Ask[] = [];
		for (const ask of this.#waiting.values()) {
			if (batch.length === BATCH_MAX) break;
			// The one under way for the same secret is replaced when it is back.
			if (this.#sent.has(ask.id)) continue;
			this.#waiting.delete(ask.id);
			if (!ask.isAnswered) batch.push(ask);
		}
		return batch;
	}

	#accept(
		batch: readonly Ask[],
		rows: readonly SecretRow[],
		isChanged: (row: SecretRow | null) => boolean,
		stamp: { readAt: number; epoch: number },
	) {
		const byDigest = new Map(rows.map((row) => [row.digest.toString("latin1"), row]));
		const agencies = new Map<string, SecretRow>();
		for (const row of rows) if (row.agency_location_ids) agencies.set(row.agency_id, row);
		for (const ask of batch) {
			const row = rowOf(ask, byDigest);
			if (isChanged(row)) this.#askAgain(ask);
			else this.#answer(ask, this.#remember(ask.id, row, agencies, stamp));
		}
	}

	#remember(
		id: string,
		row: SecretRow | null,
		agencies: Map<string, SecretRow>,
		stamp: { readAt: number; epoch: number },
	): KnownKey | null {
		const { memory } = this.#parts;
		const agencyRow = row && agencies.get(row.agency_id);
		if (row && agencyRow) return memory.set(id, row, agencyRow, stamp);
		memory.setUnknown(id);
		return null;
	}

	#askAgain(ask: Ask) {
		this.#parts.counters.cache.discardedFills++;
		this.#sent.delete(ask.id);
		if (ask.isAnswered) return;
		if (!this.#waiting.has(ask.id)) this.#waiting.set(ask.id, ask);
		else void this.#waiting.get(ask.id)?.answer.then(ask.resolve);
	}

	#answer(ask: Ask, answer: ReadAnswer) {
		if (this.#sent.get(ask.id) === ask) this.#sent.delete(ask.id);
		ask.resolve(answer);
	}
}

function makeAsk(id: string, digests: Buffer[], onLate: () => void): Ask {
	const { promise, resolve } = Promise.withResolvers<ReadAnswer>();
	const ask: Ask = { id, digests, answer: promise, isAnswered: false, resolve: () => {} };
	const giveUp = () => {
		if (ask.isAnswered) return;
		onLate();
		ask.resolve(UNAVAILABLE);
	};
	// When the process stood still meanwhile, an answer that has come may lie unread: it is read before the turn is over.
	const timer = setTimeout(() => setImmediate(giveUp), ANSWER_MS_MAX);
	ask.resolve = (answer) => {
		if (ask.isAnswered) return;
		clearTimeout(timer);
		ask.isAnswered = true;
		resolve(answer);
	};
	return ask;
}

function rowOf(ask: Ask, byDigest: Map<string, SecretRow>) {
	for (const digest of ask.digests) {
		const row = byDigest.get(digest.toString("latin1"));
		if (row && timingSafeEqual(row.digest, digest)) return row;
	}
	return null;
}
