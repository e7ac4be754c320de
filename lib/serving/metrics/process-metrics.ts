import { collectDefaultMetrics, Gauge, Registry } from "prom-client";
import type { Database } from "#lib/data/client.ts";

const EVENT_LOOP_RESOLUTION_MS = 10;

/**
 * Measures the process: memory, processor, garbage collection, the delay of the event loop since the last reading, and
 * the connections to the database.
 */
export function processRegistry({ enginePool, quotaPool }: Database, register = new Registry()): Registry {
	collectDefaultMetrics({ register, eventLoopMonitoringPrecision: EVENT_LOOP_RESOLUTION_MS });
	new Gauge({
		name: "latchkey_database_connections",
		help: "Connections of the engine's pools: all there are, those without work, and callers that wait for one.",
		labelNames: ["pool", "state"],
		registers: [register],
		collect() {
			for (const [name, pool] of Object.entries({ engine: enginePool, quotas: quotaPool })) {
				this.set({ pool: name, state: "open" }, pool.totalCount);
				this.set({ pool: name, state: "idle" }, pool.idleCount);
				this.set({ pool: name, state: "awaited" }, pool.waitingCount);
			}
		},
	});
	return register;
}
