import { byCallers, texts } from "../calls.ts";
import type { Machine } from "../machine.ts";
import { startLatchkey } from "../product.ts";
import type { Finding, Run } from "../run.ts";
import { measureInTurns, ratioOf } from "../turns.ts";

const LEAST = 1.7;
/** One for each process, one for the load, one for PostgreSQL. */
const CORES_NEEDED = 4;

/** P7: two processes against one. With fewer cores than both need besides the load, the figure says little. */
export async function measureTwoProcesses(run: Run, machine: Machine): Promise<Finding[]> {
	const { world, database } = run;
	const series = byCallers(database.keys, texts(database.keys));
	const one = await startLatchkey(world, database, { WEB_CONCURRENCY: "1" });
	const two = await startLatchkey(world, database, { WEB_CONCURRENCY: "2" });
	const [alone, both] = await measureInTurns(run, [
		{ title: "Latchkey, POST keys/verify, one process", server: one, series },
		{ title: "Latchkey, POST keys/verify, two processes", server: two, series },
	]);
	await one.stop();
	await two.stop();
	const ratio = ratioOf(both, alone, "requestsPerSecond");
	const enough = machine.cores >= CORES_NEEDED;
	const few = ` (${machine.cores} cores, load included: too few to tell)`;
	return [
		{
			id: "P7",
			what: `POST verify: requests/s of two processes against one${enough ? "" : few}`,
			target: `≥ ${LEAST} ×`,
			reached: `${ratio.toFixed(2)} ×`,
			ok: enough ? ratio >= LEAST : null,
		},
	];
}
