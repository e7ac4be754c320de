import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { messageOf } from "../processes.ts";
import { KEYS_IN_USE, texts } from "./calls.ts";
import { makePeerDatabase } from "./peer-database.ts";
import { PEER, type PeerId, startPeer } from "./peers.ts";
import { preparePeers } from "./prepare-peers.ts";
import type { Row, Run } from "./run.ts";
import type { Entry } from "./turns.ts";

export type Contestant = Entry & Pick<Row, "id">;

/** Starts peers over the keys of the run's database. One that does not start is named with its reason. */
export async function startPeers(
	{ world, database, skipped, say }: Run,
	ids: readonly PeerId[],
): Promise<Contestant[]> {
	const peers: Contestant[] = [];
	if (ids.length === 0) return peers;

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
			if (world.shutdown.isOrdered) throw error;
			skipped.push({ title, reason: messageOf(error) });
			say(`skipped ${title}: ${messageOf(error)}`);
		}
	}
	return peers;
}
