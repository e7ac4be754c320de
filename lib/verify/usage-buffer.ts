import { randomUUID } from "node:crypto";
import type { Database } from "#lib/data/client.ts";
import { type Contact, type NewAddress, recordUses, type UseCount } from "#lib/data/usage.ts";
import { newCounters } from "./counters.ts";
import {
	hourOf,
	isOfHour,
	type KeyMeter,
	type MeteredVerdict,
	makeMeter,
	readMeters,
	sight,
} from "./key-meter.ts";
import type { KnownKey } from "./memory.ts";

const FLUSH_MS = 1_000;
/** Past this many different meters, new ones are left out until the database takes a batch again. */
const METERS_MAX = 30_000;

type Batch = { number: number; counts: UseCount[]; contacts: Contact[] };

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
	#number = 1;
	/** Cut off, and not known to be written. */
	#unwritten: Batch | null = null;
	#timer: NodeJS.Timeout | undefined;
	#flushing: Promise<void> = Promise.resolve();

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
	}

	/** Counts a use. `at` is database time in milliseconds. */
	note(known: KnownKey, verdict: MeteredVerdict, at: number, address: string | null, client: string) {
		let meter = known.meter;
		if (meter === null || meter.batch !== this.#number || !isOfHour(meter, at)) {
			meter = this.#meterOf(known, at);
			if (meter === null) return;
			known.meter = meter;
		}
		meter.uses[verdict]++;
		if (verdict === "VALID") sight(meter, at, address, client);
	}

	/** Writes all that is noted. One batch at a time. */
	flush(): Promise<void> {
		this.#flushing = this.#flushing.then(() => this.#flushAll());
		return this.#flushing;
	}

	async #flushAll() {
		if (this.#unwritten && !(await this.#write(this.#unwritten))) return;
		if (this.#meters.size === 0) return;
		this.#unwritten = { number: this.#number, ...readMeters(this.#meters.values()) };
		this.#number++;
		this.#meters = new Map();
		this.#counters.buffered = 0;
		await this.#write(this.#unwritten);
	}

	async #write({ number, counts, contacts }: Batch) {
		try {
			const addresses = await recordUses(this.#parts.database, this.#writer, number, counts, contacts);
			this.#unwritten = null;
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
		if (meter === null && this.#meters.size < METERS_MAX) {
			meter = makeMeter(agency.id, keyId, hour, this.#number);
			this.#meters.set(name, meter);
			this.#counters.buffered = this.#meters.size;
		}
		return meter;
	}
}
