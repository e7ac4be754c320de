import type { VerdictCode } from "#lib/core/verdicts.ts";
import type { Database } from "#lib/data/client.ts";
import { type Contact, recordUses, type UseCount } from "#lib/data/usage.ts";

const FLUSH_MS = 1_000;
const HOUR_MS = 3_600_000;
/** Past this many different entries, new ones are left out until the database takes a batch again. */
const ENTRIES_MAX = 100_000;

export type Use = {
	agencyId: string;
	keyId: string;
	verdict: VerdictCode;
	at: Date;
	address: string | null;
	client: string;
};

/** Meters in memory, written out once a second, so that no call ever waits for a write. */
export class UsageBuffer {
	#counts = new Map<string, UseCount>();
	#contacts = new Map<string, Contact>();
	#timer: NodeJS.Timeout | undefined;
	#flushing: Promise<void> = Promise.resolve();
	readonly #database: Database;
	readonly #onError: (error: unknown) => void;

	constructor(database: Database, onError: (error: unknown) => void) {
		this.#database = database;
		this.#onError = onError;
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

	note(use: Use) {
		const hour = new Date(Math.floor(use.at.getTime() / HOUR_MS) * HOUR_MS).toISOString();
		this.#addCount({ agency_id: use.agencyId, key_id: use.keyId, hour, verdict: use.verdict, uses: 1 });
		if (use.verdict === "VALID") {
			const at = use.at.toISOString();
			this.#addContact({
				agency_id: use.agencyId,
				key_id: use.keyId,
				address: use.address,
				client: use.client,
				first_at: at,
				last_at: at,
			});
		}
	}

	/** Writes all that is noted. One batch at a time; a batch that fails is put back and tried with the next. */
	flush(): Promise<void> {
		this.#flushing = this.#flushing.then(() => this.#flushOnce());
		return this.#flushing;
	}

	async #flushOnce() {
		if (this.#counts.size === 0) return;
		const counts = [...this.#counts.values()];
		const contacts = [...this.#contacts.values()];
		this.#counts = new Map();
		this.#contacts = new Map();
		try {
			await recordUses(this.#database, counts, contacts);
		} catch (error) {
			for (const count of counts) this.#addCount(count);
			for (const contact of contacts) this.#addContact(contact);
			this.#onError(error);
		}
	}

	#addCount(count: UseCount) {
		const name = `${count.key_id} ${count.hour} ${count.verdict}`;
		const present = this.#counts.get(name);
		if (present) present.uses += count.uses;
		else if (this.#counts.size < ENTRIES_MAX) this.#counts.set(name, count);
	}

	#addContact(contact: Contact) {
		const name = `${contact.key_id} ${contact.address}`;
		const present = this.#contacts.get(name);
		if (!present) {
			if (this.#contacts.size < ENTRIES_MAX) this.#contacts.set(name, contact);
			return;
		}
		if (contact.first_at < present.first_at) present.first_at = contact.first_at;
		if (contact.last_at >= present.last_at) {
			present.last_at = contact.last_at;
			present.client = contact.client;
		}
	}
}
