import { collectDefaultMetrics, Gauge, Registry } from "prom-client";
import type { Database } from "#lib/data/client.ts";

const EVENT_LOOP_RESOLUTION_MS = 10;

/**
 * Measures the process: memory, processor, garbage collection, the delay of the event loop since the last reading, and
 * the connections to the database.
 */
export function processRegistry({ enginePool }: Database, register = new Registry()): Registry {
	collectDefaultMetrics({ register, eventLoopMonitoringPrecision: EVENT_LOOP_RESOLUTION_MS });
	new Gauge({
		name: "latchkey_database_connections",
		help: "Connections of the engine's pool: all there are, those without work, and callers that wait for one.",
		labelNames: ["pool", "state"],
		registers: [register],
		collect() {
			this.set({ pool: "engine", state: "open" }, enginePool.totalCount);
			this.set({ pool: "engine", state: "idle" }, enginePool.idleCount);
			this.set({ pool: "engine", state: "awaited" }, enginePool.waitingCount);
		},
	});
	return register;
}
