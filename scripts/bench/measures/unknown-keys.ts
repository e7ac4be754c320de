import { byBearer, texts, unknownKeys } from "../calls.ts";
import { type Cell, type CellPlan, measureCell } from "../cell.ts";
import { countTransactions } from "../database-work.ts";
import { startLatchkey } from "../product.ts";
import type { Finding, Run } from "../run.ts";
import type { ServerProcess } from "../server-process.ts";

const PATH = "/api/v2/forward-auth";
const UNKNOWN = 200_000;
/** Eight connections that wait 8 ms between their requests: about a thousand a second. */
const HITS = { connections: 8, pauseMs: 8 };
const ATTACKS = [
	{ connections: 32, pauseMs: 16 },
	{ connections: 80, pauseMs: 8 },
];
/** Three times the attack may cost the database so much more, before its work counts as growing with the attack. */
const GROWTH_MAX = 1.5;
const SLOWER_MAX = 2;

type Attacked = { attack: Cell; hits: Cell; queriesPerSecond: number };

/** P5: what an attack with well-formed keys that nobody was given costs the database, and those with good keys. */
export async function measureUnknownKeys(run: Run): Promise<Finding[]> {
	const server = await startLatchkey(run.world, run.database);
	const alone = await measureCell(run.world, run.generator, hitsOf(run, server));
	const attacked: Attacked[] = [];
	for (const attack of ATTACKS) attacked.push(await attackWith(run, server, attack));
	await server.stop();
	return judge(alone, attacked);
}

async function attackWith(
	run: Run,
	server: ServerProcess,
	pace: (typeof ATTACKS)[number],
): Promise<Attacked> {
	const { world, database, generator, say } = run;
	const series = byBearer(PATH, unknownKeys(UNKNOWN), "refusal");
	const before = await countTransactions(world, database.name);
	const [attack, hits] = await Promise.all([
		measureCell(world, generator, { ...hitsOf(run, server), ...pace, series }),
		measureCell(world, generator, hitsOf(run, server)),
	]);
	const after = await countTransactions(world, database.name);
	const seconds = attack.requests / attack.requestsPerSecond;
	const queriesPerSecond = (after - before) / seconds;
	say(`${perSecond(attack.requestsPerSecond)} unknown keys: ${perSecond(queriesPerSecond)} queries`);
	return { attack, hits, queriesPerSecond };
}

const hitsOf = ({ database, options }: Run, server: ServerProcess): CellPlan => ({
	server,
	series: byBearer(PATH, texts(database.keys)),
	seconds: options.seconds,
	warmUpSeconds: 0,
	...HITS,
});

function judge(alone: Cell, attacked: Attacked[]): Finding[] {
	const [gentle, fierce] = attacked;
	if (!gentle || !fierce) return [];
	const told = attacked.map(
		({ attack, queriesPerSecond }) =>
			`${perSecond(queriesPerSecond)} at ${perSecond(attack.requestsPerSecond)} keys`,
	);
	const slower = Math.max(...attacked.map(({ hits }) => hits.p99Ms)) / alone.p99Ms;
	return [
		{
			id: "P5",
			what: "unknown keys: database queries",
			target: "bounded",
			reached: told.join("; "),
			ok: fierce.queriesPerSecond <= GROWTH_MAX * Math.max(gentle.queriesPerSecond, 1),
		},
		{
			id: "P5",
			what: `hits meanwhile: p99 against that without an attack (${alone.p99Ms.toFixed(2)} ms)`,
			target: `≤ ${SLOWER_MAX} ×`,
			reached: `${slower.toFixed(2)} ×`,
			ok: slower <= SLOWER_MAX,
		},
	];
}

const perSecond = (value: number) => `${Math.round(value).toLocaleString("en")}/s`;
