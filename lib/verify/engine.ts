import { env } from "#lib/config/env.ts";
import { log } from "#lib/config/log.ts";
import { processWide } from "#lib/config/process-wide.ts";
import { type DerivedKey, keyRing } from "#lib/config/secrets.ts";
import { type Database, database } from "#lib/data/client.ts";
import { reportUsesWritten } from "#lib/data/usage.ts";
import { readSecrets } from "#lib/data/verify-lookup.ts";
import { type EngineCounters, engineCounters } from "./counters.ts";
import { CreditBlocks } from "./credit-blocks.ts";
import { DatabaseClock } from "./database-clock.ts";
import { Guesses } from "./guesses.ts";
import { KnownKeys } from "./known-keys.ts";
import { type Bounds, Memory } from "./memory.ts";
import { NamedWindows } from "./named-windows.ts";
import { NewAddresses } from "./new-addresses.ts";
import { RateWindows } from "./rate-windows.ts";
import { Reader } from "./reader.ts";
import { openRedisWindows, type SharedWindows } from "./redis-windows.ts";
import { Signatures } from "./signatures.ts";
import { UsageBuffer } from "./usage-buffer.ts";

/** What fails for one call fails for thousands: it is said once in so long. */
const COMPLAINT_MS = 5_000;

/** What verification works with: one for each process. */
export type Engine = {
	database: Database;
	clock: DatabaseClock;
	memory: Memory;
	keys: KnownKeys;
	windows: RateWindows;
	namedWindows: NamedWindows;
	credits: CreditBlocks;
	guesses: Guesses;
	signatures: Signatures;
	usage: UsageBuffer;
	counters: EngineCounters;
	/** Begins to hear changes, and to write meters. Until then every call asks the database. */
	start: () => Promise<void>;
	/** Writes what is left and lets go of everything but the database. */
	stop: () => Promise<void>;
};

export type EngineParts = {
	database: Database;
	peppers: readonly DerivedKey[];
	/** What the versions of shared secrets are sealed under. */
	keks: readonly DerivedKey[];
	counters: EngineCounters;
	bounds: Bounds;
	graceMs: number;
	redis: SharedWindows | null;
	onError: (error: unknown) => void;
};

export function makeEngine(parts: EngineParts): Engine {
	const { database, peppers, keks, counters, graceMs, redis, onError } = parts;
	const { changes } = database;
	const clock = new DatabaseClock();
	const memory = new Memory(parts.bounds);
	const reader = new Reader({ database, peppers, memory, clock, counters, onError });
	const credits = new CreditBlocks({ database, onError });
	const windows = new RateWindows({ database, redis, onError });
	const newAddresses = new NewAddresses({ database, onError });
	const onNewAddresses = newAddresses.tell;
	const usage = new UsageBuffer({ database, counters, onError, onNewAddresses });

	/** What was noted before `until` has been noted by now: whoever names a moment of the past asks after it. */
	const writeUses = async (until: Date) => {
		try {
			if (await usage.flush()) await reportUsesWritten(database, until);
		} catch (error) {
			onError(error);
		}
	};

	return {
		database,
		clock,
		memory,
		keys: new KnownKeys({ changes, memory, reader, counters, graceMs }),
		windows,
		namedWindows: new NamedWindows({ database, redis }),
		credits,
		guesses: new Guesses(),
		signatures: new Signatures({ database, keks, onError }),
		usage,
		counters,
		async start() {
			usage.start();
			credits.start();
			const listening = changes.start({
				memoryMs: graceMs,
				onDatabaseTime: (now, sentAt, receivedAt) => clock.sample(now, sentAt, receivedAt),
				onChange(change) {
					reader.hear(change);
					memory.forget(change);
					credits.forget(change);
				},
				onEpoch: () => credits.forget({ kind: "all" }),
				onUsesWanted: (until) => void writeUses(until),
				onInstances: () => windows.share(),
			});
			// Nobody waits long for a verdict, and the first caller should not wait for connections to be made.
			const { max } = database.enginePool.options;
			const connecting = Array.from({ length: max }, () => readSecrets(database, []).catch(onError));
			await Promise.all([listening, ...connecting]);
		},
		async stop() {
			await Promise.all([usage.stop(), credits.stop()]);
			await newAddresses.told();
			await changes.stop();
			redis?.close();
		},
	};
}

/** The process's engine, made on first use and not yet started. */
export function engine(): Engine {
	return processWide("verify-engine", () => {
		const { REDIS_URL, VERIFY_CACHE_ENTRIES, VERIFY_CACHE_MB, VERIFY_GRACE_SECONDS } = env();
		let complainedAt = Number.NEGATIVE_INFINITY;
		const onError = (error: unknown) => {
			if (performance.now() - complainedAt < COMPLAINT_MS) return;
			complainedAt = performance.now();
			log().warn({ err: error }, "the engine goes on without");
		};
		return makeEngine({
			database: database(),
			peppers: keyRing("key-pepper"),
			keks: keyRing("sealing"),
			counters: engineCounters,
			bounds: { entries: VERIFY_CACHE_ENTRIES, bytes: VERIFY_CACHE_MB * 1_048_576 },
			graceMs: VERIFY_GRACE_SECONDS * 1_000,
			redis: REDIS_URL ? openRedisWindows(REDIS_URL, onError) : null,
			onError,
		});
	});
}
