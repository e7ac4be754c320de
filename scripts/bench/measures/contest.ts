import { byBearer, byCallers, junkKeys, texts } from "../calls.ts";
import { type Contestant, startPeers } from "../contestants.ts";
import type { Options } from "../options.ts";
import { PEER, type PeerId } from "../peers.ts";
import { startLatchkey } from "../product.ts";
import type { Row, Run, Skipped } from "../run.ts";
import type { ServerProcess } from "../server-process.ts";
import { measureInTurns } from "../turns.ts";

const JUNK = 100_000;
const LEFT_OUT: Skipped = {
	title: PEER["next-update"].title,
	reason: "left out of quick runs, for its build",
};

/** P1 to P4: Latchkey and its peers under the same load. */
export async function runContest(run: Run): Promise<Row[]> {
	const peers = await startPeers(run, peersFor(run.options));
	if (run.options.only.has("P3") && run.options.quick) run.skipped.push(LEFT_OUT);
	const latchkey = await startLatchkey(run.world, run.database);
	const contestants = [...peers, ...loadsOf(run, latchkey, peers)];
	const cells = await measureInTurns(run, contestants);
	for (const { server } of peers) await server.stop();
	await latchkey.stop();
	return contestants
		.map(({ id, title }, index) => ({ id, title, cells: cells[index] ?? [] }))
		.filter((row) => row.cells.length > 0);
}

/** The peers that a run needs. Quick runs do without the one that takes a build. */
function peersFor({ only, quick }: Options): PeerId[] {
	const wanted = new Set<PeerId>();
	const add = (...ids: PeerId[]) => ids.forEach((id) => void wanted.add(id));
	if (only.has("P1") || only.has("P4")) add("bare", "get-map");
	if (only.has("P2") || only.has("P3")) add("post-map");
	if (only.has("P3")) {
		add("pg-select", "fastify-update", "fastify-select");
		if (!quick) add("next-update");
		add("better-auth-default", "better-auth-fastest");
	}
	return [...wanted];
}

/** Latchkey's loads, and the attack on the limit that its junk is held against. */
function loadsOf({ database, options: { only } }: Run, server: ServerProcess, peers: readonly Contestant[]) {
	const { keys } = database;
	const asked = texts(keys);
	const loads: Contestant[] = [];
	const add = (id: string, load: string, series: Contestant["series"]) =>
		loads.push({ id, title: `Latchkey, ${load}`, server, series });
	if (only.has("P1")) {
		add("latchkey-me", "GET keys/me", byBearer("/api/v2/keys/me", asked));
		add("latchkey-forward", "GET forward-auth", byBearer("/api/v2/forward-auth", asked));
	}
	if (only.has("P2") || only.has("P3")) add("latchkey-verify", "POST keys/verify", byCallers(keys, asked));
	const limit = peers.find(({ id }) => id === "get-map");
	if (only.has("P4") && limit) {
		const junk = junkKeys(JUNK);
		const title = `${limit.title}, unknown keys`;
		loads.push({ ...limit, id: "get-map-junk", title, series: byBearer("/verify", junk, "refusal") });
		add("latchkey-junk", "GET forward-auth, junk keys", byBearer("/api/v2/forward-auth", junk, "refusal"));
	}
	return loads;
}
