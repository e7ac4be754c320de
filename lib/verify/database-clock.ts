/** A sample this old gives way to a worse one: the machine's clock runs at a pace of its own. */
const SAMPLE_MS_MAX = 60_000;
/** A longer way says too little, and may span a time in which the process stood still. */
const ROUND_TRIP_MS_MAX = 250;

/**
 * What time it is in the database, told without asking it: keys end at the same moment in every process, however wrong
 * the machines' clocks are. It runs on the monotonic clock from the sample with the shortest way there and back.
 */
export class DatabaseClock {
	#offset = Date.now() - performance.now();
	#roundTripMs = Number.POSITIVE_INFINITY;
	#sampledAt = Number.NEGATIVE_INFINITY;

	/** Milliseconds since 1970. */
	now() {
		return performance.now() + this.#offset;
	}

	/** The database said `databaseNow` somewhere between two moments of `performance.now()`. */
	sample(databaseNow: Date, sentAt: number, receivedAt: number) {
		const roundTripMs = receivedAt - sentAt;
		const isBetter = roundTripMs <= this.#roundTripMs;
		const isDue = receivedAt - this.#sampledAt >= SAMPLE_MS_MAX && roundTripMs <= ROUND_TRIP_MS_MAX;
		if (!isBetter && !isDue) return;
		this.#offset = databaseNow.getTime() - (sentAt + receivedAt) / 2;
		this.#roundTripMs = roundTripMs;
		this.#sampledAt = receivedAt;
	}
}
