import { setTimeout as delay } from "node:timers/promises";
import { byBearer, junkKeys } from "../calls.ts";
import { measureCell } from "../cell.ts";
import { countTransactions } from "../database-work.ts";
import { startLatchkey } from "../product.ts";
import type { Finding, Run } from "../run.ts";
import { count } from "../turns.ts";

const JUNK = 100_000;

/** Beats and other timed queries fall now into one span and now into the next. */
const TIMED_MAX = 10;

/** P4: what the database hears of keys that are none. What an idle server asks in as long a time is taken off. */
export async function measureJunkKeys({ world, database, options, generator }: Run): Promise<Finding[]> {
	const server = await startLatchkey(world, database);
	const series = byBearer("/api/v2/forward-auth", junkKeys(JUNK), "refusal");
	const first = await countTransactions(world, database.name);
	await delay(options.seconds * 1_000);
	const second = await countTransactions(world, database.name);
	const cell = await measureCell(world, generator, { server, series, ...options, warmUpSeconds: 0 });
	const third = await countTransactions(world, database.name);
	await server.stop();
	const caused = Math.max(0, third - second - (second - first));
	return [
		{
			id: "P4",
			what: `${count(cell.requests)} junk keys: database queries more than an idle server makes`,
			target: "0, but for timed ones",
			reached: String(caused),
			ok: caused <= TIMED_MAX,
		},
	];
}
