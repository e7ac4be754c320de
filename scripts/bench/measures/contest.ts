import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { messageOf } from "../../processes.ts";
import { byBearer, byCallers, junkKeys, KEYS_IN_USE, type Series, texts } from "../calls.ts";
import { measureCell } from "../cell.ts";
import type { Options } from "../options.ts";
import { makePeerDatabase } from "../peer-database.ts";
import { PEER, type PeerId, startPeer } from "../peers.ts";
import { preparePeers } from "../prepare-peers.ts";
import { startLatchkey } from "../product.ts";
import type { Row, Run } from "../run.ts";
import type { ServerProcess } from "../server-process.ts";

type Contestant = { id: string; title: string; server: ServerProcess; series: Series };

export type Contest = {
	rows: Row[];
	/** The peers that took no part, and why. */
	skipped: { title: string; reason: string }[];
};

const JUNK = 100_000;

/** The peers that a run needs. Quick runs leave out the one that takes a build. */
function peersFor({ only, quick }: Options): PeerId[] {
	const wanted = new Set<PeerId>();
	const add = (...ids: PeerId[]) => ids.forEach((id) => wanted.add(id));
	if (only.has("P1") || only.has("P4")) add("bare", "get-map");
	if (only.has("P2")) add("post-map");
	if (only.has("P3")) {
		add("post-map", "pg-select", "fastify-update", "fastify-select");
		if (!quick) add("next-update");
		add("better-auth-default", "better-auth-fastest");
	}
	return [...wanted];
}

/** Latchkey and its peers under the same load, round by round, so that all meet the same mood of the machine. */
export async function runContest(run: Run): Promise<Contest> {
	const { world, options, say } = run;
	const { peers, skipped } = await startPeers(run);
	const latchkey = await startLatchkey(world, run.database);
	const contestants = [...peers, ...entriesOf(run, latchkey, peers)];
	const rows = contestants.map(({ id, title }): Row => ({ id, title, cells: [] }));
	for (let round = 1; round <= options.rounds; round++) {
		for (const [index, { title, server, series }] of contestants.entries()) {
			const cell = await measureCell(world, run.generator, { server, series, ...options });
			rows[index]?.cells.push(cell);
			say(
				`round ${round}/${options.rounds}  ${title}: ${Math.round(cell.requestsPerSecond).toLocaleString("en")} req/s, ` +
					`p99 ${cell.p99Ms.toFixed(2)} ms, ${cell.serverMicros.toFixed(1)} µs`,
			);
		}
	}
	for (const { server } of peers) await server.stop();
	await latchkey.stop();
	return { rows, skipped };
}

/** Latchkey's own loads, and the attack on the limit that its junk is held against. */
function entriesOf({ database, options: { only } }: Run, server: ServerProcess, peers: Contestant[]) {
	const { keys } = database;
	const own = (id: string, load: string, series: Series): Contestant => ({
		id,
		title: `Latchkey, ${load}`,
		server,
		series,
	});
	const entries: Contestant[] = [];
	const asked = texts(keys);
	if (only.has("P1")) {
		entries.push(own("latchkey-me", "GET keys/me", byBearer("/api/v2/keys/me", asked)));
		entries.push(own("latchkey-forward", "GET forward-auth", byBearer("/api/v2/forward-auth", asked)));
	}
	if (only.has("P2") || only.has("P3"))
		entries.push(own("latchkey-verify", "POST keys/verify", byCallers(keys, asked)));
	const limit = peers.find(({ id }) => id === "get-map");
	if (only.has("P4") && limit) {
		const junk = junkKeys(JUNK);
		const title = `${limit.title}, unknown keys`;
		entries.push({ ...limit, id: "get-map-junk", title, series: byBearer("/verify", junk, "refusal") });
		const path = "/api/v2/forward-auth";
		entries.push(
			own("latchkey-junk", "GET forward-auth, junk keys", byBearer(path, junk, "refusal")),
		);
	}
	return entries;
}

async function startPeers({ world, options, database, say }: Run) {
	const ids = peersFor(options);
	const peers: Contestant[] = [];
	const skipped: Contest["skipped"] = options.quick
		? [{ title: PEER["next-update"].title, reason: "left out of quick runs" }]
		: [];
	if (ids.length === 0) return { peers, skipped: [] };

	const keys = texts(database.keys, database.keys.asked.length);
	const keysFile = join(world.folder, "keys.txt");
	writeFileSync(keysFile, keys.join("\n"));
	const databaseUrl = await makePeerDatabase(world, keys);
	say("preparing the peers (a minute or two the first time)");
	const prepared = await preparePeers(world.shutdown, new Set(ids.flatMap((id) => PEER[id].needs)));
	for (const id of ids) {
		const { title, needs, series } = PEER[id];
		try {
			const missing = needs.map((need) => prepared[need]).find((reason) => reason !== null);
			if (missing) throw new Error(missing);
			const server = await startPeer(world, id, { keysFile, databaseUrl });
			peers.push({ id, title, server, series: series(keys.slice(0, KEYS_IN_USE)) });
			say(`started ${title}`);
		} catch (error) {
			skipped.push({ title, reason: messageOf(error) });
			say(`skipped ${title}: ${messageOf(error)}`);
		}
	}
	return { peers, skipped };
}
