import { Refusal } from "../../processes.ts";
import { askOnce } from "../ask.ts";
import { byBearer, junkKeys, unknownKeys } from "../calls.ts";
import { measureCell } from "../cell.ts";
import { countLookUps } from "../database-work.ts";
import { startLatchkey } from "../product.ts";
import type { Finding, Run } from "../run.ts";
import { count } from "../turns.ts";

const PATH = "/api/v2/forward-auth";
const JUNK = 100_000;

/** P4: whether the database is asked for keys that are none. */
export async function measureJunkKeys({ world, database, options, generator }: Run): Promise<Finding[]> {
	const server = await startLatchkey(world, database);
	const series = byBearer(PATH, junkKeys(JUNK), "refusal");
	const before = await countLookUps(database);
	const cell = await measureCell(world, generator, { server, series, ...options, warmUpSeconds: 0 });
	const after = await countLookUps(database);
	await askOnce(server.origin, byBearer(PATH, unknownKeys(1), "refusal"));
	if ((await countLookUps(database)) === after) {
		throw new Refusal("PostgreSQL counts no look-ups, not even of a key that might exist.");
	}
	await server.stop();
	return [
		{
			id: "P4",
			what: `${count(cell.requests)} junk keys: look-ups in the database`,
			target: "0",
			reached: count(after - before),
			ok: after === before,
		},
	];
}
