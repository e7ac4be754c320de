import { randomUUID } from "node:crypto";
import type { Database } from "#lib/data/client.ts";
import { recordRefusals } from "#lib/data/key-refusals.ts";
import { type NewAddress, recordUses } from "#lib/data/usage.ts";
import { newCounters } from "./counters.ts";
import {
	countDetails,
	hourOf,
	isOfHour,
	type KeyMeter,
	keepRefusal,
	type MeteredVerdict,
	makeMeter,
	type Refusal,
	readMeters,
	sight,
	sightOlder,
} from "./key-meter.ts";
import type { KnownKey } from "./memory.ts";

const FLUSH_MS = 1_000;
/** Meters in memory, written or not: past this, uses of further keys are left out, and counted as such. */
const METERS_MAX = 50_000;
/** Addresses in one collection of meters: past this, uses count without them. */
const SIGHTINGS_MAX = 20_000;
/** Refusals in one collection of meters that can be asked about later. */
const REFUSALS_MAX = 5_000;
/** Meters, and rows that hang on them, that one statement writes. */
const BATCH_MAX = 2_000;

type Batch = { number: number; meters: KeyMeter[] };

type Parts = {
	database: Database;
	onError: (error: unknown) => void;
	onNewAddresses?: (addresses: readonly NewAddress[]) => void;
	counters?: ReturnType<typeof newCounters>;
};

/**
 * Meters in memory, written out once a second, so that no call ever waits for a write. A batch has a number, and one that
 * may or may not have been written is sent again as it was until the database says that it is: it counts once.
 */
export class UsageBuffer {
	readonly #parts: Parts;
	readonly #counters: ReturnType<typeof newCounters>["meters"];
	readonly #writer = randomUUID();
	#meters = new Map<string, KeyMeter>();
	/** Keys that point to the meters. */
	#holders: KnownKey[] = [];
	#sightings = 0;
	#refusals = 0;
	#collection = 1;
	/** Cut off, and not known to be written; the oldest first. */
	#batches: Batch[] = [];
	#waiting = 0;
	#batchNumber = 0;
	#timer: NodeJS.Timeout | undefined;
	#flushing: Promise<boolean> = Promise.resolve(true);

	constructor(parts: Parts) {
		this.#parts = parts;
		this.#counters = (parts.counters ?? newCounters()).meters;
	}

	start() {
		this.#timer ??= setInterval(() => void this.flush(), FLUSH_MS).unref();
	}

	/** Stops the timer and writes what is left. */
	async stop() {
		clearInterval(this.#timer);
		this.#timer = undefined;
		await this.flush();
		if (this.#batches.length > 0) await this.flush();
	}

	/** Counts a use. `at` is database time in milliseconds, `scopes` the bits of those that a good use asked for. */
	note(
		known: KnownKey,
		verdict: MeteredVerdict,
		at: number,
		address: string | null,
		client: string,
		scopes = 0,
	) {
		let meter = known.meter;
		if (meter === null || meter.collection !== this.#collection || !isOfHour(meter, at)) {
			meter = this.#meterOf(known, at);
			if (meter === null) {
				this.#counters.dropped++;
				return;
			}
			known.meter = meter;
			this.#holders.push(known);
		}
		meter.uses[verdict]++;
		if (known.olderSecretId !== null) {
			this.#sightings += sightOlder(meter, known.olderSecretId, at, address, client, this.#mayAdd);
		}
		if (verdict !== "VALID") return;
		meter.scopes |= scopes;
		meter.scopesAt = at;
		this.#sightings += sight(meter, at, address, client, this.#mayAdd);
	}

	/** Keeps what a refusal can be explained by, once its use is counted. */
	keepRefusal({ meter }: KnownKey, refusal: Refusal) {
		if (meter?.collection !== this.#collection) return;
		this.#refusals += keepRefusal(meter, refusal, this.#refusals < REFUSALS_MAX);
	}

	/** Counts a use as refused that was counted as good: for what came with the key. Once that is written, it counts as both. */
	turnDown(known: KnownKey, refusal: Refusal) {
		const { meter } = known;
		if (meter?.collection === this.#collection && meter.uses.VALID > 0) {
			meter.uses.VALID--;
			meter.uses[refusal.verdict]++;
		} else {
			this.note(known, refusal.verdict, refusal.at, refusal.address, refusal.client);
		}
		this.keepRefusal(known, refusal);
	}

	get #mayAdd() {
		return this.#sightings < SIGHTINGS_MAX;
	}

	/** Writes all that is noted. Whether that is written in the end, and not merely kept for another try. */
	flush(): Promise<boolean> {
		this.#flushing = this.#flushing.then(() => this.#flushAll());
		return this.#flushing;
	}

	async #flushAll() {
		// While what was cut off cannot be written, what is noted stays together.
		if (!(await this.#writeBatches())) return false;
		this.#collect();
		return this.#writeBatches();
	}

	async #writeBatches() {
		for (let batch = this.#batches[0]; batch; batch = this.#batches[0]) {
			if (!(await this.#write(batch))) return false;
			this.#batches.shift();
			this.#waiting -= batch.meters.length;
			this.#counters.buffered = this.#waiting + this.#meters.size;
		}
		return true;
	}

	/** Cuts what is noted into batches that one statement can write. */
	#collect() {
		let batch: KeyMeter[] = [];
		let details = 0;
		const cut = () => {
			if (batch.length > 0) this.#batches.push({ number: ++this.#batchNumber, meters: batch });
			batch = [];
			details = 0;
		};
		for (const meter of this.#meters.values()) {
			const more = countDetails(meter);
			if (batch.length >= BATCH_MAX || details + more > BATCH_MAX) cut();
			batch.push(meter);
			details += more;
		}
		cut();
		this.#waiting = this.#meters.size;
		for (const known of this.#holders) known.meter = null;
		this.#holders = [];
		this.#meters = new Map();
		this.#sightings = 0;
		this.#refusals = 0;
		this.#collection++;
	}

	async #write({ number, meters }: Batch) {
		const { counts, contacts, older, scoped, refusals } = readMeters(meters);
		try {
			const { database } = this.#parts;
			if (refusals.length > 0) await recordRefusals(database, refusals);
			const addresses = await recordUses(database, this.#writer, number, counts, contacts, older, scoped);
			this.#counters.flushed++;
			if (addresses.length > 0) this.#parts.onNewAddresses?.(addresses);
			return true;
		} catch (error) {
			this.#counters.flushesFailed++;
			this.#parts.onError(error);
			return false;
		}
	}

	#meterOf({ keyId, agency }: KnownKey, at: number) {
		const hour = hourOf(at);
		const name = `${keyId} ${hour}`;
		let meter = this.#meters.get(name) ?? null;
		if (meter === null && this.#waiting + this.#meters.size < METERS_MAX) {
			meter = makeMeter(agency.id, keyId, hour, this.#collection);
			this.#meters.set(name, meter);
			this.#counters.buffered = this.#waiting + this.#meters.size;
		}
		return meter;
	}
}
