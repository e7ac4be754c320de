import { log } from "#lib/config/log.ts";
import { newId } from "#lib/core/ids.ts";
import type { Database } from "#lib/data/client.ts";
import { addJob } from "#lib/data/jobs.ts";
import type { NewAddress } from "#lib/data/usage.ts";

type Parts = { database: Database; onError: (error: unknown) => void };
type Told = { eventId: string; agencyId: string; keyId: string; addresses: string[] };

/** Leaves word of keys that were used from new addresses, for a job to tell of. Meters never wait for it. */
export class NewAddresses {
	readonly #parts: Parts;
	#telling: Promise<unknown> = Promise.resolve();

	constructor(parts: Parts) {
		this.#parts = parts;
	}

	readonly tell = (addresses: readonly NewAddress[]) => {
		const keys = new Map<string, Told>();
		for (const { agency_id: agencyId, key_id: keyId, address } of addresses) {
			log().info({ keyId, address }, "key used from a new address");
			const told = keys.get(keyId) ?? { eventId: newId(), agencyId, keyId, addresses: [] };
			told.addresses.push(address);
			keys.set(keyId, told);
		}
		const { database, onError } = this.#parts;
		const adding = addJob(database.db, "tell-new-addresses", { keys: [...keys.values()] });
		this.#telling = Promise.allSettled([this.#telling, adding.catch(onError)]);
	};

	/** Waits until the word is left, or could not be. */
	async told() {
		await this.#telling;
	}
}
