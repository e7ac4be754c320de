import { byBearer, junkKeys } from "../calls.ts";
import { measureCell } from "../cell.ts";
import { countTransactions } from "../database-work.ts";
import { startLatchkey } from "../product.ts";
import type { Finding, Run } from "../run.ts";

const JUNK = 100_000;

/** P4: what the database hears of keys that are none. What an idle server asks in the same time is taken off. */
export async function measureJunkKeys({ world, database, options, generator }: Run): Promise<Finding[]> {
	const server = await startLatchkey(world, database);
	const series = byBearer("/api/v2/forward-auth", junkKeys(JUNK), "refusal");
	const first = await countTransactions(world, database.name);
	const second = await countTransactions(world, database.name);
	const cell = await measureCell(world, generator, { server, series, ...options, warmUpSeconds: 0 });
	const third = await countTransactions(world, database.name);
	await server.stop();
	const caused = Math.max(0, third - second - (second - first));
	return [
		{
			id: "P4",
			what: `${cell.requests.toLocaleString("en")} junk keys: database queries caused`,
			target: "0",
			reached: String(caused),
			ok: caused === 0,
		},
	];
}
