import { AggregatorRegistry, Counter, Gauge, Registry } from "prom-client";
import { z } from "zod";
import { env } from "#lib/config/env.ts";
import type { Readiness } from "#lib/hot-lane/endpoint.ts";
import { readyEndpoint } from "#lib/hot-lane/endpoints/health.ts";
import type { WorkerPool, WorkerState } from "../worker-pool.ts";
import type { Metrics } from "./listener.ts";

const STATES: readonly WorkerState[] = ["starting", "ready", "ending"];
const ANSWER_MS_MAX = 3_000;
const Answer = z.object({ status: z.enum(["ready", "degraded", "not ready"]) });
const WILDCARDS = new Map([
	["0.0.0.0", "127.0.0.1"],
	["::", "[::1]"],
]);

/** One page for all workers. Ready is what one of them says that it is. */
export function primaryMetrics(pool: WorkerPool): Metrics {
	const workers = new AggregatorRegistry();
	const own = registerPool(pool);
	return {
		page: async () => `${await own.metrics()}\n${await workers.clusterMetrics()}`,
		readiness: askAWorker,
	};
}

function registerPool(pool: WorkerPool): Registry {
	const register = new Registry();
	new Gauge({
		name: "latchkey_workers",
		help: "Serving processes of this machine by state.",
		labelNames: ["state"],
		registers: [register],
		collect() {
			for (const state of STATES) this.set({ state }, pool.count(state));
		},
	});
	new Counter({
		name: "latchkey_worker_deaths_total",
		help: "Serving processes that ended without being told to.",
		registers: [register],
		collect() {
			this.reset();
			this.inc(pool.deaths);
		},
	});
	return register;
}

async function askAWorker(): Promise<Readiness> {
	const { HOST, PORT } = env();
	const host = WILDCARDS.get(HOST) ?? (HOST.includes(":") ? `[${HOST}]` : HOST);
	try {
		const url = `http://${host}:${PORT}${readyEndpoint.path}`;
		const answer = await fetch(url, {
			signal: AbortSignal.timeout(ANSWER_MS_MAX),
			headers: { Connection: "close" },
		});
		return Answer.parse(await answer.json()).status;
	} catch {
		return "not ready";
	}
}
