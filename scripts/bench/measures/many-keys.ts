import { byBearer, texts } from "../calls.ts";
import { startLatchkey } from "../product.ts";
import type { Finding, Run } from "../run.ts";
import { count, measureInTurns, ratioOf } from "../turns.ts";
import { type KeyDatabase, makeKeyDatabase } from "../world.ts";

/** Far fewer than the keys that are asked for, so that every one of them has to be looked up again. */
export const TINY_CACHE = { VERIFY_CACHE_ENTRIES: "100" };

const CASES = [
	{ name: "warm", env: {}, inUse: 1_000, least: 0.95 },
	{ name: "cold", env: TINY_CACHE, inUse: 10_000, least: 0.9 },
] as const;

/** P8: a table of a million keys against one of ten thousand, with the keys in memory and without. */
export async function measureManyKeys(run: Run): Promise<Finding[]> {
	const { options, database: few, say } = run;
	say(`filling ${count(options.manyKeys)} keys`);
	const many = await makeKeyDatabase(run.world, "bench_many", options.manyKeys);
	const findings: Finding[] = [];
	for (const { name, env, inUse, least } of CASES) {
		const servers = [await startOver(run, few, env), await startOver(run, many, env)];
		const [cellsOfFew, cellsOfMany] = await measureInTurns(
			run,
			[few, many].flatMap((database, index) => {
				const server = servers[index];
				const title = `Latchkey, GET forward-auth, ${name}, ${database.name}`;
				const series = byBearer("/api/v2/forward-auth", evenly(database, inUse));
				return server ? [{ title, server, series }] : [];
			}),
		);
		for (const server of servers) await server.stop();
		const ratio = ratioOf(cellsOfMany, cellsOfFew, "requestsPerSecond");
		findings.push({
			id: "P8",
			what: `${count(options.manyKeys)} keys against ${count(few.keys.asked.length)}: requests/s, ${name}`,
			target: `≥ ${least} ×`,
			reached: `${ratio.toFixed(2)} ×`,
			ok: ratio >= least,
		});
	}
	return findings;
}

const startOver = ({ world }: Run, database: KeyDatabase, env: Record<string, string>) =>
	startLatchkey(world, database, env);

/** So many of a database's keys, from the whole of the table. */
function evenly({ keys }: KeyDatabase, wanted: number): string[] {
	const all = texts(keys, keys.asked.length);
	const step = Math.max(1, Math.floor(all.length / wanted));
	return all.filter((_, index) => index % step === 0).slice(0, wanted);
}
