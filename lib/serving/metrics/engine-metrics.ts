import { Counter, Gauge, type Registry } from "prom-client";
import type { Engine } from "#lib/verify/engine.ts";
import { latencyHistogram } from "./latency-histogram.ts";

/** In doubt: whether all changes are heard is not known, so that every hit is read again. */
const CHANNEL_STATES = ["proven", "in doubt"] as const;

/** What is shown of an engine. */
export type Shown = Pick<Engine, "counters"> & {
	memory: Pick<Engine["memory"], "entries" | "bytes">;
	database: {
		changes: Pick<Engine["database"]["changes"], "counts" | "instances" | "isProven" | "provenAt">;
	};
};

/** Shows the engine's counters. They are read when somebody asks: counting costs the engine one addition. */
export function registerEngineMetrics(register: Registry, engine: Shown): void {
	const { counters, memory } = engine;
	const { changes } = engine.database;
	const { cache, latency, meters, verdicts } = counters;
	new Counter({
		name: "latchkey_verdicts_total",
		help: "Verdicts by code.",
		labelNames: ["code"],
		registers: [register],
		collect() {
			this.reset();
			for (const [code, count] of Object.entries(verdicts)) this.inc({ code }, count);
		},
	});
	const count = (name: string, help: string, read: () => number) =>
		new Counter({
			name: `latchkey_${name}_total`,
			help,
			registers: [register],
			collect() {
				this.reset();
				this.inc(read());
			},
		});
	const gauge = (name: string, help: string, read: () => number) =>
		new Gauge({
			name: `latchkey_${name}`,
			help,
			registers: [register],
			collect() {
				this.set(read());
			},
		});

	count("unavailable", "Calls without a verdict, since nobody could know.", () => counters.unavailable);
	count("cache_hits", "Keys found in the cache.", () => cache.hits);
	count("cache_misses", "Keys read from the database, since the cache had none.", () => cache.misses);
	count("cache_refreshes", "Cached keys that were read again.", () => cache.refreshes);
	count("cache_discarded_fills", "Keys read while they changed, and not kept.", () => cache.discardedFills);
	gauge("cache_entries", "Keys in the cache.", () => memory.entries);
	gauge("cache_bytes", "Estimated memory of the cache.", () => memory.bytes);
	count(
		"channel_beats",
		"Proofs that changes in the database reach this process.",
		() => changes.counts.beats,
	);
	count("channel_connections", "Times the channel was opened.", () => changes.counts.connections);
	count("channel_changes", "Changes heard.", () => changes.counts.changes);
	gauge(
		"channel_proof_age_seconds",
		"Time since the last proof; +Inf when there was none.",
		() => (performance.now() - changes.provenAt) / 1000,
	);
	gauge("instances", "Processes that answer from memory, as this one knows.", () => changes.instances);
	count("meter_flushes", "Batches of meters written.", () => meters.flushed);
	count("meter_flushes_failed", "Batches of meters that were put back.", () => meters.flushesFailed);
	count("meter_uses_dropped", "Uses not counted, since too many waited to be written.", () => meters.dropped);
	gauge("meter_entries_buffered", "Entries of the meters that wait to be written.", () => meters.buffered);
	new Gauge({
		name: "latchkey_channel_state",
		help: "1 for the state that the channel of changes is in.",
		labelNames: ["state"],
		registers: [register],
		collect() {
			const present = changes.isProven ? "proven" : "in doubt";
			for (const state of CHANNEL_STATES) this.set({ state }, state === present ? 1 : 0);
		},
	});
	register.registerMetric(
		latencyHistogram("latchkey_verify_seconds", "Time for one verification, of those timed.", latency),
	);
}
