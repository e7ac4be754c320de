import { setTimeout as delay } from "node:timers/promises";
import { freePort } from "../../postgres/server.ts";
import { Refusal } from "../../processes.ts";
import { byBearer, texts } from "../calls.ts";
import { startLatchkey } from "../product.ts";
import { type Inspector, inspectable, openInspector } from "../profile/inspector.ts";
import type { Finding, Run } from "../run.ts";
import type { ServerProcess } from "../server-process.ts";
import { count } from "../turns.ts";
import { makeKeyDatabase } from "../world.ts";

const KEYS = 50_000;
const FIRST_KEYS = 1_000;
const MOST = 600;
const STRETCH = 150;
/** So many keys are brought by at a time, in so many seconds; longer where the machine is slow. */
const SLICE = 5_000;
const SLICE_SECONDS = 2;
const SLICE_SECONDS_MAX = 16;
/** Uses are written out once a second; what waits to be is not what a key takes. */
const WRITTEN_MS = 3_000;
const CONNECTIONS = 32;

/**
 * P9: by how much a process grows for each key that it remembers: heap and buffers after a full garbage collection, with
 * a thousand keys in use and with all of them. Rate windows and everything else that is kept for a key is in it.
 */
export async function measureCacheMemory(run: Run): Promise<Finding[]> {
	const { world } = run;
	const database = await makeKeyDatabase(world, "bench_memory", KEYS);
	const port = await freePort();
	const server = await startLatchkey(world, database, inspectable(port));
	const inspector = await openInspector(port);
	const all = texts(database.keys, database.keys.asked.length);
	const bytesWith = async (keys: readonly string[]) => {
		for (let at = 0; at < keys.length; at += SLICE) await bringBy(run, server, keys.slice(at, at + SLICE));
		await delay(WRITTEN_MS);
		return bytesInUse(inspector);
	};
	const few = await bytesWith(all.slice(0, FIRST_KEYS));
	const many = await bytesWith(all);
	inspector.close();
	await server.stop();
	const perKey = (many - few) / (all.length - FIRST_KEYS);
	return [
		{
			id: "P9",
			what: `memory of a key in use, from ${count(FIRST_KEYS)} to ${count(all.length)} keys`,
			target: `≤ ${MOST} bytes (stretch ${STRETCH})`,
			reached: `${Math.round(perKey)} bytes`,
			ok: perKey <= MOST,
		},
	];
}

/** Uses every key at least once. */
async function bringBy(run: Run, { origin }: ServerProcess, keys: readonly string[]): Promise<void> {
	const { world, generator } = run;
	const series = byBearer("/api/v2/forward-auth", keys);
	for (let seconds = SLICE_SECONDS; seconds <= SLICE_SECONDS_MAX; seconds *= 2) {
		const load = { origin, series, seconds, connections: CONNECTIONS };
		const { requests } = await generator.run(world.shutdown, world.folder, load);
		if (requests >= keys.length) return;
	}
	throw new Refusal("The machine is too slow to use all keys.");
}

async function bytesInUse(inspector: Inspector): Promise<number> {
	// What the first collection frees of buffers, the second sees.
	for (let pass = 0; pass < 2; pass++) await inspector.call("HeapProfiler.collectGarbage");
	const { result } = (await inspector.call("Runtime.evaluate", {
		expression: "(({ heapUsed, external }) => heapUsed + external)(process.memoryUsage())",
	})) as { result: { value: number } };
	return result.value;
}
