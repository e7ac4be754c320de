import { openDatabase } from "#lib/data/client.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { type ConsoleQuery, consoleQueries } from "../console-queries.ts";
import type { Finding, Run } from "../run.ts";
import { spreadKeys } from "../spread-keys.ts";
import { quantile } from "../statistics.ts";
import { count } from "../turns.ts";
import { makeKeyDatabase } from "../world.ts";

const KEYS = 100_000;
const TIMES = 20;
const MS_MAX = 10;
const ABOUT: ConsoleQuery["about"][] = ["keys page", "deep page", "overview", "key health"];

type Measured = ConsoleQuery & { ms: number };

/** P11: what the console's pages ask of the database when an agency has 100,000 keys. */
export async function measureConsole({ world, say }: Run): Promise<Finding[]> {
	say(`filling ${count(KEYS)} keys`);
	const { appUrl, ownerUrl, keys } = await makeKeyDatabase(world, "bench_console", KEYS);
	await spreadKeys(ownerUrl, keys.agencyId);
	const database = openDatabase(appUrl, 1);
	try {
		const { agencyId } = keys;
		const queries = await transactAs(database, { agencyId }, (tx) =>
			consoleQueries(tx, agencyId, new Date()),
		);
		const measured: Measured[] = [];
		for (const query of queries) measured.push({ ...query, ms: await p95Of(database, agencyId, query) });
		return ABOUT.map((about) =>
			findingOf(
				about,
				measured.filter((one) => one.about === about),
			),
		);
	} finally {
		await database.close();
	}
}

async function p95Of(database: ReturnType<typeof openDatabase>, agencyId: string, { run }: ConsoleQuery) {
	const times: number[] = [];
	for (let time = 0; time <= TIMES; time++) {
		await transactAs(database, { agencyId }, async (tx) => {
			const begun = performance.now();
			await run(tx);
			times.push(performance.now() - begun);
		});
	}
	// The first finds nothing in the caches.
	return quantile(times.slice(1), 0.95);
}

function findingOf(about: string, measured: Measured[]): Finding {
	const within = measured.filter(({ ms }) => ms <= MS_MAX).length;
	const slowest = measured.toSorted((a, b) => b.ms - a.ms)[0];
	return {
		id: "P11",
		what: `${count(KEYS)} keys, ${about}: p95 of the slowest of ${measured.length} queries (${slowest?.name}; ${within} are within)`,
		target: `≤ ${MS_MAX} ms`,
		reached: `${(slowest?.ms ?? Number.NaN).toFixed(1)} ms`,
		ok: within === measured.length,
	};
}
