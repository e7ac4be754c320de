import cluster from "node:cluster";
import { AggregatorRegistry, type PrometheusContentType } from "prom-client";
import { env } from "#lib/config/env.ts";
import { database } from "#lib/data/client.ts";
import { surroundings } from "#lib/hot-lane/surroundings.ts";
import { engine } from "#lib/verify/engine.ts";
import { registerEngineMetrics } from "./engine-metrics.ts";
import { listenForMetrics } from "./listener.ts";
import { processRegistry } from "./process-metrics.ts";

/** Offers what this process measures: on an address of its own when it is alone, through the primary otherwise. */
export function openMetrics(): void {
	const { worker } = cluster;
	if (!worker) {
		listenForMetrics(() => {
			const registry = processRegistry(database());
			registerEngineMetrics(registry, engine());
			return { page: () => registry.metrics(), readiness: surroundings().readiness };
		});
	} else if (env().METRICS_PORT !== undefined) {
		// The registry of this class is the one that answers the primary.
		const registry = new AggregatorRegistry<PrometheusContentType>();
		AggregatorRegistry.setRegistries([registry]);
		processRegistry(database(), registry);
		registerEngineMetrics(registry, engine());
		// Each worker keeps lines of its own: a sum would fall whenever one of them is replaced.
		registry.setDefaultLabels({ worker: String(worker.id) });
	}
}
