import { byBearer, fromAddresses, texts, unknownKeys } from "../calls.ts";
import { type Cell, type CellPlan, measureCell } from "../cell.ts";
import { countTransactions } from "../database-work.ts";
import { startLatchkey } from "../product.ts";
import type { Finding, Run } from "../run.ts";
import type { ServerProcess } from "../server-process.ts";
import { count } from "../turns.ts";

const PATH = "/api/v2/forward-auth";
const UNKNOWN = 200_000;
/** Eight connections that wait 8 ms between their requests: up to a thousand a second. */
const HITS = { connections: 8, pauseMs: 8 };
const GENTLE = { connections: 32, pauseMs: 16 };
const FIERCE = { connections: 80, pauseMs: 8 };
/** The fiercer attack may cost the database this much more, before its work counts as growing with the attack … */
const GROWTH_MAX = 1.5;
/** … unless it is little all the same, for a database that answers tens of thousands a second. */
const LITTLE_PER_SECOND = 1_000;
const SLOWER_MAX = 2;
/** Few enough for each to be within its limit on guessing for a part of the attack alone. */
const ADDRESSES = 2_000;

type Attacked = { who: string; attack: Cell; hits: Cell; queriesPerSecond: number };

/**
 * P5: what an attack with well-formed keys that nobody was given costs the database, and those with good keys. Once from
 * one address and once from many, which a proxy tells of.
 */
export async function measureUnknownKeys(run: Run): Promise<Finding[]> {
	const server = await startLatchkey(run.world, run.database, { TRUSTED_HOPS: "1" });
	await measureCell(run.world, run.generator, { ...hitsOf(run, server), warmUpSeconds: 0 });
	const before = await countTransactions(run.world, run.database.name);
	const alone = await measureCell(run.world, run.generator, hitsOf(run, server));
	const usual = (await countTransactions(run.world, run.database.name)) - before;
	const attacked: Attacked[] = [];
	for (const [who, addresses] of [
		["one address", 1],
		[`${count(ADDRESSES)} addresses`, ADDRESSES],
	] as const) {
		for (const pace of [GENTLE, FIERCE]) {
			const series = fromAddresses(byBearer(PATH, unknownKeys(UNKNOWN), "refusal"), addresses);
			attacked.push({ who, ...(await attackWith(run, server, usual, { series, ...pace })) });
		}
	}
	await server.stop();
	return judge(alone, attacked);
}

/** `usual` is how many queries there are in as long a time without an attack. */
async function attackWith(
	run: Run,
	server: ServerProcess,
	usual: number,
	attacker: Pick<CellPlan, "series" | "connections" | "pauseMs">,
) {
	const { world, database, generator } = run;
	const before = await countTransactions(world, database.name);
	const [attack, hits] = await Promise.all([
		measureCell(world, generator, { ...hitsOf(run, server), ...attacker }),
		measureCell(world, generator, hitsOf(run, server)),
	]);
	const caused = (await countTransactions(world, database.name)) - before - usual;
	const queriesPerSecond = (Math.max(0, caused) * attack.requestsPerSecond) / attack.requests;
	run.say(`${count(attack.requestsPerSecond)} unknown keys/s: ${count(queriesPerSecond)} queries/s`);
	return { attack, hits, queriesPerSecond };
}

const hitsOf = ({ database, options }: Run, server: ServerProcess): CellPlan => ({
	server,
	series: fromAddresses(byBearer(PATH, texts(database.keys)), 1),
	seconds: options.seconds,
	warmUpSeconds: 0,
	...HITS,
});

function judge(alone: Cell, attacked: Attacked[]): Finding[] {
	const findings: Finding[] = [];
	for (const [index, fierce] of attacked.entries()) {
		const gentle = attacked[index - 1];
		if (!gentle || gentle.who !== fierce.who) continue;
		const told = [gentle, fierce].map(
			({ attack, queriesPerSecond }) =>
				`${count(queriesPerSecond)}/s at ${count(attack.requestsPerSecond)} keys/s`,
		);
		findings.push({
			id: "P5",
			what: `unknown keys from ${fierce.who}: database queries caused`,
			target: `≤ ${GROWTH_MAX} × at the fiercer rate, or ≤ ${count(LITTLE_PER_SECOND)}/s`,
			reached: told.join("; "),
			ok: fierce.queriesPerSecond <= Math.max(GROWTH_MAX * gentle.queriesPerSecond, LITTLE_PER_SECOND),
		});
	}
	const slower = Math.max(...attacked.map(({ hits }) => hits.p99Ms)) / alone.p99Ms;
	findings.push({
		id: "P5",
		what: `hits meanwhile: worst p99 against that without an attack (${alone.p99Ms.toFixed(2)} ms)`,
		target: `≤ ${SLOWER_MAX} ×`,
		reached: `${slower.toFixed(2)} ×`,
		ok: slower <= SLOWER_MAX,
	});
	return findings;
}
