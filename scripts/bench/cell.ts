import { Refusal } from "../processes.ts";
import { askOnce } from "./ask.ts";
import type { Series } from "./calls.ts";
import { type Generator, type LoadOptions, type LoadResult, requireExpected } from "./load.ts";
import { costOf } from "./process-cost.ts";
import type { ServerProcess } from "./server-process.ts";
import type { World } from "./world.ts";

/** What one server did under one load. */
export type Cell = {
	requests: number;
	requestsPerSecond: number;
	p50Ms: number;
	p99Ms: number;
	/** CPU time of the serving process for each request. */
	serverMicros: number;
	/** CPU time of PostgreSQL for each request. */
	databaseMicros: number;
	rssMb: number;
};

export type CellPlan = {
	server: ServerProcess;
	series: Series;
	seconds: number;
	warmUpSeconds: number;
	connections?: number;
	pauseMs?: number;
};

const CONNECTIONS = 32;

/** Warms a server up, loads it, and reads what that cost. Throws when an answer is not the one expected. */
export async function measureCell(world: World, generator: Generator, plan: CellPlan): Promise<Cell> {
	const { server, series, warmUpSeconds, seconds, connections = CONNECTIONS, pauseMs } = plan;
	const load = async (length: number): Promise<LoadResult> => {
		const options: LoadOptions = {
			origin: server.origin,
			series,
			seconds: length,
			connections,
			...(pauseMs !== undefined && { pauseMs }),
		};
		return generator.run(world.shutdown, world.folder, options);
	};
	if (warmUpSeconds > 0) await load(warmUpSeconds);
	const before = { server: costOf(server.pid), database: costOf(world.postmaster) };
	const result = await load(seconds);
	requireExpected(server.title, series, result);
	const after = { server: costOf(server.pid), database: costOf(world.postmaster) };
	await requireStillGood(server, series);
	return {
		requests: result.requests,
		requestsPerSecond: result.requests / result.seconds,
		p50Ms: result.p50Ms,
		p99Ms: result.p99Ms,
		serverMicros: (after.server.cpuMicros - before.server.cpuMicros) / result.requests,
		databaseMicros: (after.database.cpuMicros - before.database.cpuMicros) / result.requests,
		rssMb: after.server.rssBytes / 1e6,
	};
}

/** Some servers say "no" with a 200: the load generator would not notice. */
async function requireStillGood(server: ServerProcess, series: Series): Promise<void> {
	const { status, body, isLast } = await askOnce(server.origin, series);
	if (isLast) throw new Refusal(`${server.title} closes the connection after each answer.`);
	const isGood = status === 200 && !/"valid":\s*false/.test(body);
	if (isGood === (series.expect === "200")) return;
	throw new Refusal(`${server.title}: after the load it says ${status} ${body.slice(0, 200)}`);
}
