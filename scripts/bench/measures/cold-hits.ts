import { byBearer, texts } from "../calls.ts";
import { startPeers } from "../contestants.ts";
import { startLatchkey } from "../product.ts";
import type { Finding, Run } from "../run.ts";
import { median } from "../statistics.ts";
import { count, measureInTurns, ratioOf } from "../turns.ts";
import { TINY_CACHE } from "./many-keys.ts";

const LEAST = 1.5;
const STRETCH = 3;

/** P9b: hits that memory cannot answer, against the plainest server that asks the database each time. */
export async function measureColdHits(run: Run): Promise<Finding[]> {
	const { world, database } = run;
	const keys = texts(database.keys, database.keys.asked.length);
	const peers = await startPeers(run, ["pg-select"]);
	const latchkey = await startLatchkey(world, database, TINY_CACHE);
	const [theirs = [], ours = []] = await measureInTurns(run, [
		...peers.map((peer) => ({ ...peer, series: byBearer("/verify", keys) })),
		{
			title: "Latchkey, GET forward-auth, cold",
			server: latchkey,
			series: byBearer("/api/v2/forward-auth", keys),
		},
	]);
	for (const { server } of peers) await server.stop();
	await latchkey.stop();

	const ratio = ratioOf(ours, theirs, "requestsPerSecond");
	const [our, their] = [ours, theirs].map((cells) =>
		count(median(cells.map((cell) => cell.requestsPerSecond))),
	);
	return [
		{
			id: "P9b",
			what: `hits that the cache cannot hold: ${our} requests/s against ${their} of node:http + pg`,
			target: `≥ ${LEAST} × (stretch ${STRETCH} ×)`,
			reached: `${ratio.toFixed(2)} ×`,
			ok: ratio >= LEAST,
		},
	];
}
