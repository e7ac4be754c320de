/**
 * How a process learns of changes, and how it knows that it has learnt of all of them.
 *
 * Triggers tell every change that a verdict depends on, within the transaction that makes it (see the migration
 * `change_channel_and_leases`). One connection listens. PostgreSQL delivers notifications in the order of commits, so a
 * notification that the process sends to itself, a beat, proves when it comes back that all changes committed before it
 * was sent have been heard.
 *
 * - **proven**: a beat that was sent less than 1.5 s ago has come back, and the lease lasts. What is in memory counts.
 * - **in doubt**: anything else: no connection yet, a connection lost, a beat overdue, a process that was stopped and woken.
 *   What is in memory must be asked for again, or may be used only as far as a stated grace allows.
 *
 * proven → in doubt: by time alone, at the next look at the clock; at once when the connection ends.
 * in doubt → proven: a beat comes back.
 *
 * With each new connection, and when the process had stood still for more than a second, an epoch begins: whatever was learnt
 * in an earlier one has to be confirmed, since changes may have been told to nobody.
 *
 * A beat also renews the instance's lease, in the same statement. The lease outlasts everything that the process may still
 * answer from memory, so a change has propagated when every instance with a lease has said that it heard it: see
 * {@link ChangeChannel.confirm}.
 */
import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { setTimeout as delay } from "node:timers/promises";
import type pg from "pg";
import { z } from "zod";
import { Acknowledgements } from "./acknowledgements.ts";
import { Barriers, type Instance, type Propagation } from "./barriers.ts";
import { type BeatReply, ListeningConnection, ownChannel } from "./listening-connection.ts";
import { type Change, readMessage } from "./message.ts";

const BEAT_MS = 500;
const PROOF_MS = 1_500;
const STRICT_PROOF_MS = 1_000;
const PAST_MAX = 8;
const STOOD_STILL_MS = 1_000;
/** A connection that has not answered a beat by then is given up, however slow the database is. */
const BEAT_MS_MAX = 10_000;
const RECONNECT_MS = 100;
/** The longest time that any process may answer from memory without proof. */
export const MEMORY_MS_MAX = 300_000;
const LEASE_MS_MAX = MEMORY_MS_MAX + PROOF_MS;

export type Subscriber = {
	/** Runs before anybody is told that the change was heard; must not wait for anything. */
	onChange: (change: Change) => void;
	/** What was learnt before may have changed unheard. */
	onEpoch: () => void;
	/** Somebody wants to know that all uses before a moment of the database's clock, which is past, are written. */
	onUsesWanted: (until: Date) => void;
	/** {@link ChangeChannel.instances} has changed. */
	onInstances: () => void;
	/** What time it was in the database, somewhere between two moments of `performance.now()`. */
	onDatabaseTime: (databaseNow: Date, sentAt: number, receivedAt: number) => void;
	/** How long this process may answer from memory after its last proof, in milliseconds. */
	memoryMs: number;
};

type PastEpoch = { epoch: number; provenAt: number; leaseUntil: number };

type Beat = { number: number; sentAt: number; heard: boolean; reply: BeatReply | null };

const InstanceRows = z.array(z.object({ id: z.string(), name: z.string(), lease_ends_at: z.date() }));

export class ChangeChannel {
	readonly instanceId = randomUUID();
	/** Until then, in `performance.now()`, what is in memory counts; read on every call. */
	provenUntil = Number.NEGATIVE_INFINITY;
	/** When the newest beat that came back was sent. */
	provenAt = Number.NEGATIVE_INFINITY;
	/** Until then others wait for this process's word. */
	leaseUntil = Number.NEGATIVE_INFINITY;
	epoch = 0;
	/** Processes that answer from memory, this one included; 0 as long as that is not known. */
	instances = 0;
	readonly counts = { beats: 0, connections: 0, changes: 0, barriers: 0 };

	readonly #url: string;
	readonly #pool: pg.Pool;
	readonly #barriers = new Barriers();
	#subscriber: Subscriber | null = null;
	#connection: ListeningConnection | null = null;
	#connectedAt = Number.NEGATIVE_INFINITY;
	#connecting: Promise<void> | null = null;
	#beat: Beat | null = null;
	#timer: NodeJS.Timeout | undefined;
	#tickedAt = 0;
	readonly #acknowledgements = new Acknowledgements((replyTo, barriers) => {
		const payload = `ack ${this.instanceId} ${barriers.join(",")}`;
		// Whoever gets no answer counts this process as a laggard.
		this.#connection?.notify(`latchkey_${replyTo}`, payload).catch(() => {});
	});
	/** Epochs that have ended, the latest last. */
	readonly #past: PastEpoch[] = [];
	/** What was learnt in earlier epochs may not be used any more: others were told that this process knows better. */
	#usableFrom = 0;
	#stopped = true;

	constructor(url: string, pool: pg.Pool) {
		this.#url = url;
		this.#pool = pool;
	}

	/**
	 * Connects, and stays connected until {@link stop}. With a subscriber the process takes a lease and hears changes;
	 * without one it hears nothing but the answers to {@link confirm}. Resolves when the first attempt is over.
	 */
	async start(subscriber: Subscriber | null = null) {
		this.#subscriber = subscriber;
		this.#stopped = false;
		this.#tickedAt = performance.now();
		this.#timer ??= setInterval(() => this.#tick(), BEAT_MS).unref();
		await this.#reconnect();
	}

	/** Lets go of the connection and, since nothing is answered from memory any more, of the lease. */
	async stop() {
		if (this.#stopped) return;
		this.#stopped = true;
		clearInterval(this.#timer);
		this.#timer = undefined;
		this.#lose();
		if (this.#subscriber) {
			const query = { text: "select latchkey_leave($1)", values: [this.instanceId] };
			// Without an answer the lease runs out by itself.
			await this.#pool.query(query).catch(() => {});
		}
	}

	/**
	 * Until when something that was learnt at `learntAt` in `epoch` may still be used without asking, `graceMs` after it was
	 * last known to hold: while the lease lasts under which it was learnt, since others wait for this process no longer.
	 */
	usableUntil(epoch: number, learntAt: number, graceMs: number) {
		if (epoch < this.#usableFrom) return Number.NEGATIVE_INFINITY;
		const then = epoch === this.epoch ? this : this.#past.find((past) => past.epoch === epoch);
		if (!then) return Number.NEGATIVE_INFINITY;
		return Math.min(Math.max(learntAt, then.provenAt) + graceMs, then.leaseUntil);
	}

	get isProven() {
		return performance.now() < this.provenUntil;
	}

	/**
	 * Waits until every process that answers from memory has heard the changes committed so far, at most 250 ms. To be
	 * called after the commit.
	 */
	async confirm(): Promise<Propagation> {
		const barrier = randomUUID().slice(0, 8);
		this.counts.barriers++;
		const ask = async (): Promise<Instance[]> => {
			const query = {
				name: "ask-instances",
				text: "select * from latchkey_ask_instances($1, $2)",
				values: [barrier, this.instanceId],
			};
			const { rows } = await this.#pool.query(query);
			return InstanceRows.parse(rows).map(({ id, name, lease_ends_at }) => ({
				id,
				name,
				leaseEndsAt: lease_ends_at,
			}));
		};
		try {
			return await this.#barriers.wait(barrier, ask, this.#connection !== null);
		} catch {
			// Committed, and then the database fell silent: nobody knows who has heard.
			return { propagated: false, laggards: [], certainBy: new Date(Date.now() + LEASE_MS_MAX) };
		}
	}

	#tick() {
		const now = performance.now();
		if (now - this.#tickedAt > BEAT_MS + STOOD_STILL_MS) this.#beginEpoch();
		this.#tickedAt = now;
		if (this.#beat && now - this.#beat.sentAt > BEAT_MS_MAX) this.#lose();
		if (!this.#beat) void this.#send();
		const isOverdue =
			this.#subscriber !== null && now - Math.max(this.provenAt, this.#connectedAt) >= PROOF_MS;
		if (this.#connection === null || isOverdue) void this.#reconnect();
	}

	#beginEpoch() {
		this.#past.push({ epoch: this.epoch, provenAt: this.provenAt, leaseUntil: this.leaseUntil });
		if (this.#past.length > PAST_MAX) this.#past.shift();
		this.epoch++;
		this.provenAt = Number.NEGATIVE_INFINITY;
		this.provenUntil = Number.NEGATIVE_INFINITY;
		this.#subscriber?.onEpoch();
	}

	#lose() {
		this.provenUntil = Number.NEGATIVE_INFINITY;
		this.#connection?.destroy();
		this.#connection = null;
		this.#beat = null;
	}

	/** Puts a new connection in place of the old one. The old one goes on being heard until the new one is up. */
	#reconnect(): Promise<void> {
		this.#connecting ??= this.#connect().finally(() => {
			this.#connecting = null;
		});
		return this.#connecting;
	}

	async #connect() {
		const next: ListeningConnection = new ListeningConnection(this.#url, {
			onNotification: (channel, payload) => {
				if (next === this.#connection) this.#hear(channel, payload);
			},
			onGone: () => {
				if (next !== this.#connection) return;
				this.#lose();
				if (!this.#stopped) void this.#reconnect();
			},
		});
		const before = this.provenAt;
		try {
			const own = ownChannel(this.instanceId);
			await next.open(this.#subscriber ? ["latchkey_changes", own] : [own]);
		} catch {
			await delay(RECONNECT_MS, undefined, { ref: false });
			return;
		}
		// The old one has come round while the new one was made, or nobody needs either any more.
		if (this.#stopped || (this.#connection && this.provenAt > before)) return next.destroy();
		this.#lose();
		this.#connection = next;
		// What was told between the old connection and this one was told to nobody here.
		this.#beginEpoch();
		this.counts.connections++;
		this.#connectedAt = performance.now();
		await this.#send();
	}

	/** Sends a beat, unless one is under way. */
	async #send() {
		const connection = this.#connection;
		if (!connection || !this.#subscriber || this.#beat) return;
		const beat: Beat = {
			number: ++this.counts.beats,
			sentAt: performance.now(),
			heard: false,
			reply: null,
		};
		this.#beat = beat;
		try {
			const leaseMs = this.#subscriber.memoryMs + PROOF_MS;
			const name = `${hostname()}:${process.pid}`;
			beat.reply = await connection.beat(this.instanceId, name, beat.number, leaseMs);
			this.#prove(beat);
		} catch {
			// A connection that fails says so itself; one that refuses, as while the database shuts down, is of no use.
			if (connection !== this.#connection) return;
			this.#lose();
		}
	}

	#hear(channel: string, payload: string) {
		if (channel === "latchkey_changes") return this.#hearChange(payload);
		const [kind, first = "", second = ""] = payload.split(" ");
		if (kind === "ack") this.#barriers.acknowledge(first, second.split(","));
		if (kind === "beat" && this.#beat?.number === Number(first)) {
			this.#beat.heard = true;
			this.#prove(this.#beat);
		}
	}

	#hearChange(payload: string) {
		const message = readMessage(payload);
		if (message.kind === "barrier") {
			this.#usableFrom = this.epoch;
			return this.#acknowledgements.add(message.replyTo, message.barrier);
		}
		if (message.kind === "instance") return void this.#send();
		if (message.kind === "uses") return this.#subscriber?.onUsesWanted(message.until);
		this.counts.changes++;
		this.#subscriber?.onChange(message);
	}

	#prove(beat: Beat) {
		const { heard, reply, sentAt } = beat;
		if (!heard || !reply || beat !== this.#beat) return;
		const now = performance.now();
		this.#beat = null;
		this.#subscriber?.onDatabaseTime(reply.database_now, sentAt, now);
		const { memoryMs = 0, onInstances } = this.#subscriber ?? {};
		this.provenAt = sentAt;
		if (reply.renewed) this.leaseUntil = sentAt + memoryMs + PROOF_MS;
		this.provenUntil = Math.min(sentAt + this.#proofMs, this.leaseUntil);
		const before = this.instances;
		this.instances = Math.max(1, reply.instances);
		if (this.instances !== before) onInstances?.();
	}

	/** Who wants no grace wants it not by way of a late beat either. */
	get #proofMs() {
		return this.#subscriber && this.#subscriber.memoryMs < PROOF_MS ? STRICT_PROOF_MS : PROOF_MS;
	}
}
