import { freePort } from "../../postgres/server.ts";
import { byBearer, texts } from "../calls.ts";
import { startLatchkey } from "../product.ts";
import { type Inspector, inspectable, openInspector } from "../profile/inspector.ts";
import type { Finding, Run } from "../run.ts";
import { count } from "../turns.ts";

const FIRST_KEYS = 1_000;
const MOST = 600;
const STRETCH = 150;
/** Every key comes by at least once in this time, at two thousand requests a second and more. */
const SECONDS = 10;
const CONNECTIONS = 32;

/**
 * P9: by how much a process grows for each key that it remembers: heap and buffers after a full garbage collection, with
 * a thousand keys in use and with all of them. Rate windows and everything else that is kept for a key is in it.
 */
export async function measureCacheMemory(run: Run): Promise<Finding[]> {
	const { world, database, say } = run;
	const port = await freePort();
	const server = await startLatchkey(world, database, inspectable(port));
	const inspector = await openInspector(port);
	const all = texts(database.keys, database.keys.asked.length);
	const bytesWith = async (keys: readonly string[]) => {
		const series = byBearer("/api/v2/forward-auth", keys);
		const load = { origin: server.origin, series, seconds: SECONDS, connections: CONNECTIONS };
		const { requests } = await run.generator.run(world.shutdown, world.folder, load);
		say(`${count(keys.length)} keys in use, ${count(requests)} requests`);
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

async function bytesInUse(inspector: Inspector): Promise<number> {
	// What the first collection frees of buffers, the second sees.
	for (let pass = 0; pass < 2; pass++) await inspector.call("HeapProfiler.collectGarbage");
	const { result } = (await inspector.call("Runtime.evaluate", {
		expression: "(({ heapUsed, external }) => heapUsed + external)(process.memoryUsage())",
	})) as { result: { value: number } };
	return result.value;
}
