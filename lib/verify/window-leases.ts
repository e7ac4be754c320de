import { setTimeout as delay } from "node:timers/promises";
import type { Database } from "#lib/data/client.ts";
import { leaseWindows, type WindowLease, type WindowRequest } from "#lib/data/quotas.ts";
import { ANSWER_MS_MAX } from "./reader.ts";

/** After a lease that failed, nobody waits for the next one to fail. */
const PAUSE_MS = 500;
const BATCH_MAX = 500;

type Asked = { request: WindowRequest; resolve: (lease: WindowLease | null) => void };

/** Leases of rate windows. All that are asked for within one turn of the event loop go in one query. */
export class WindowLeases {
	readonly #database: Database;
	readonly #onError: (error: unknown) => void;
	#waiting: Asked[] = [];
	#isRunning = false;
	#pausedUntil = Number.NEGATIVE_INFINITY;

	constructor(database: Database, onError: (error: unknown) => void) {
		this.#database = database;
		this.#onError = onError;
	}

	/** Null when the database does not answer within 250 ms, or has just not done so. */
	async lease(request: WindowRequest): Promise<WindowLease | null> {
		if (performance.now() < this.#pausedUntil) return null;
		const { promise, resolve } = Promise.withResolvers<WindowLease | null>();
		this.#waiting.push({ request, resolve });
		if (this.#waiting.length === 1 && !this.#isRunning) setImmediate(() => void this.#send());
		const lease = await Promise.race([promise, delay(ANSWER_MS_MAX, "late" as const, { ref: false })]);
		if (lease !== "late") return lease;
		this.#pausedUntil = performance.now() + PAUSE_MS;
		return null;
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
			return await leaseWindows(this.#database, requests);
		} catch (error) {
			this.#pausedUntil = performance.now() + PAUSE_MS;
			this.#onError(error);
			return null;
		}
	}
}
