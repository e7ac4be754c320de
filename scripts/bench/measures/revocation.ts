import { Agent, get } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { newId } from "#lib/core/ids.ts";
import { type Database, openDatabase } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { revokeKey } from "#lib/services/keys/revoke.ts";
import { Refusal } from "../../processes.ts";
import { byCallers, texts } from "../calls.ts";
import { startLatchkey } from "../product.ts";
import type { Finding, Run } from "../run.ts";
import type { ServerProcess } from "../server-process.ts";
import { quantile } from "../statistics.ts";

const PROCESSES = 3;
const PATH = "/api/v2/keys/me";
const POLL_MS = 1;
const REFUSED_MS_MAX = 10_000;
/** Eight connections for each process that wait 8 ms between their requests: about a thousand a second. */
const LOAD = { connections: 8, pauseMs: 8 };
const POOL_MAX = 4;

/**
 * P10: how long after a revocation has been made the last of three processes still says yes. Counted from the moment the
 * call that revokes returns, and asked once a millisecond.
 */
export async function measureRevocation(run: Run): Promise<Finding[]> {
	const { world, database, options, say } = run;
	const servers: ServerProcess[] = [];
	for (let index = 0; index < PROCESSES; index++) servers.push(await startLatchkey(world, database));
	const db = openDatabase(database.appUrl, POOL_MAX);
	const agent = new Agent({ keepAlive: true });
	const victims = database.keys.asked.slice(-2 * options.revocations);
	const revokeAll = async (from: number) => {
		const waits: number[] = [];
		for (const victim of victims.slice(from, from + options.revocations)) {
			waits.push(await revokeAndWait(db, database.keys.agencyId, victim, servers, agent));
		}
		return waits;
	};

	say(`revoking ${options.revocations} keys, idle`);
	const idle = await revokeAll(0);
	say(`revoking ${options.revocations} keys under load`);
	const loaded = await underLoad(run, servers, () => revokeAll(options.revocations));
	agent.destroy();
	await db.close();
	for (const server of servers) await server.stop();
	return [finding("idle", idle, 15, 5), finding("loaded", loaded, 50, 20)];
}

function finding(when: string, waits: number[], most: number, stretch: number): Finding {
	const p99 = quantile(waits, 0.99);
	return {
		id: "P10",
		what: `revoked → refused by ${PROCESSES} processes, ${when}: p99 of ${waits.length} (median ${quantile(waits, 0.5).toFixed(1)} ms)`,
		target: `≤ ${most} ms (stretch ${stretch} ms)`,
		reached: `${p99.toFixed(1)} ms`,
		ok: p99 <= most,
	};
}

async function revokeAndWait(
	db: Database,
	agencyId: string,
	victim: { id: string; text: string },
	servers: readonly ServerProcess[],
	agent: Agent,
): Promise<number> {
	for (const server of servers) {
		if (await isRefused(server, victim.text, agent)) throw new Refusal("A key is refused before its time.");
	}
	await revokeKey(ownerOf(db, agencyId), { keyId: victim.id, reason: "bench" });
	const revokedAt = performance.now();
	const refusals = servers.map(async (server) => {
		while (!(await isRefused(server, victim.text, agent))) {
			if (performance.now() - revokedAt > REFUSED_MS_MAX) throw new Refusal("A revoked key still works.");
			await delay(POLL_MS);
		}
	});
	await Promise.all(refusals);
	return performance.now() - revokedAt;
}

const ownerOf = (database: Database, agencyId: string): Context => ({
	database,
	agencyId,
	actor: { kind: "person", id: newId(), name: "Bench" },
	grants: { agencyRole: "OWNER", locationRoles: new Map() },
	now: new Date(),
	address: "127.0.0.1",
	steppedUp: true,
});

async function isRefused(server: ServerProcess, key: string, agent: Agent): Promise<boolean> {
	const status = await statusOf(server, key, agent);
	if (status !== 200 && status !== 401) throw new Refusal(`A server gave no verdict (${status}).`);
	return status === 401;
}

function statusOf({ origin }: ServerProcess, key: string, agent: Agent): Promise<number> {
	return new Promise((resolve, reject) => {
		const headers = { authorization: `Bearer ${key}` };
		get(origin + PATH, { agent, headers, timeout: 5_000 }, (response) => {
			response.resume();
			response.on("end", () => resolve(response.statusCode ?? 0));
		})
			.on("timeout", function (this: { destroy: (error: Error) => void }) {
				this.destroy(new Error("a server does not answer"));
			})
			.on("error", reject);
	});
}

/** Loads all servers with verifications until `work` is done. */
async function underLoad<T>(run: Run, servers: readonly ServerProcess[], work: () => Promise<T>): Promise<T> {
	const { world, generator, database } = run;
	const series = byCallers(database.keys, texts(database.keys));
	let working = true;
	const loads = servers.map(async ({ origin }) => {
		while (working)
			await generator.run(world.shutdown, world.folder, { origin, series, seconds: 1, ...LOAD });
	});
	try {
		return await work();
	} finally {
		working = false;
		await Promise.all(loads);
	}
}
