import { setTimeout as delay } from "node:timers/promises";
import type { Database } from "#lib/data/client.ts";
import { leaseWindows, type WindowLease, type WindowRequest } from "#lib/data/quotas.ts";
import { ANSWER_MS_MAX } from "./reader.ts";

/** While leases fail, one is tried so often, and nobody waits for it. */
const PROBE_MS = 500;
const BATCH_MAX = 500;

type Asked = { request: WindowRequest; resolve: (lease: WindowLease | null) => void };

/** Leases of rate windows. All that are asked for within one turn of the event loop go in one query. */
export class WindowLeases {
	readonly #database: Database;
	readonly #onError: (error: unknown) => void;
	#waiting: Asked[] = [];
	#isRunning = false;
	#isFailing = false;
	#probedAt = Number.NEGATIVE_INFINITY;

	constructor(database: Database, onError: (error: unknown) => void) {
		this.#database = database;
		this.#onError = onError;
	}

	/** Null when the database does not answer within 250 ms, or did not the last time. */
	async lease(request: WindowRequest): Promise<WindowLease | null> {
		if (this.#isFailing) {
			this.#probe(request);
			return null;
		}
		const lease = await Promise.race([
			this.#put(request),
			delay(ANSWER_MS_MAX, "late" as const, { ref: false }),
		]);
		if (lease !== "late") return lease;
		this.#isFailing = true;
		return null;
	}

	#probe(request: WindowRequest) {
		const now = performance.now();
		if (now - this.#probedAt < PROBE_MS) return;
		this.#probedAt = now;
		// What it grants beyond one use would be lost, and what was made without asking is told by a lease that counts.
		void this.#put({ ...request, already: 0, wanted: 1 });
	}

	#put(request: WindowRequest) {
		const { promise, resolve } = Promise.withResolvers<WindowLease | null>();
		this.#waiting.push({ request, resolve });
		if (this.#waiting.length === 1 && !this.#isRunning) setImmediate(() => void this.#send());
		return promise;
	}

	async #send() {
		this.#isRunning = true;
		while (this.#waiting.length > 0) {
			const batch = this.#waiting.splice(0, BATCH_MAX);
			const leases = await this.#ask(batch.map(({ request }) => request));
			for (const [place, { resolve }] of batch.entries()) resolve(leases?.[place] ?? null);
		}
		this.#isRunning = false;
	}

	async #ask(requests: readonly WindowRequest[]) {
		try {
			const leases = await leaseWindows(this.#database, requests);
			this.#isFailing = false;
			return leases;
		} catch (error) {
			this.#isFailing = true;
			this.#onError(error);
			return null;
		}
	}
}
