import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { exitOf, Refusal, signalGroup } from "../../processes.ts";
import { askOnce } from "../ask.ts";
import { byBearer, texts } from "../calls.ts";
import { startLatchkey } from "../product.ts";
import type { Finding, Run } from "../run.ts";
import type { ServerProcess } from "../server-process.ts";
import { count } from "../turns.ts";

const USES = 5_000;
const AT_ONCE = 16;
const LAST_SECOND_MS = 1_000;
const SETTLED_MS_MAX = 15_000;
const POLL_MS = 500;

/** P15: the uses that were answered and are missing from the meters after the process was ended, kindly and not. */
export async function measureMeteringLosses(run: Run): Promise<Finding[]> {
	const owner = new pg.Client({ connectionString: run.database.ownerUrl });
	await owner.connect();
	try {
		const kindly = await endAfterUses(run, owner, "SIGTERM");
		const rudely = await endAfterUses(run, owner, "SIGKILL");
		return [
			{
				id: "P15",
				what: `uses lost of ${count(USES)} on SIGTERM`,
				target: "0",
				reached: count(kindly.lost),
				ok: kindly.lost === 0,
			},
			{
				id: "P15",
				what: `uses lost of ${count(USES)} on kill -9, after the next start (${count(rudely.inLastSecond)} were made in the last second)`,
				target: "≤ one second's (stretch 0)",
				reached: count(rudely.lost),
				ok: rudely.lost <= rudely.inLastSecond,
			},
		];
	} finally {
		await owner.end();
	}
}

async function endAfterUses(run: Run, owner: pg.Client, signal: "SIGTERM" | "SIGKILL") {
	const before = await meteredUses(owner);
	const server = await startLatchkey(run.world, run.database);
	const answeredAt = await makeUses(server, texts(run.database.keys));
	const endedAt = performance.now();
	if (signal === "SIGTERM") {
		await server.stop();
	} else {
		const ended = exitOf(server.child);
		signalGroup(server.child, signal);
		await ended;
		await server.stop();
		const next = await startLatchkey(run.world, run.database, { DATA_DIR: server.dataDir });
		await untilSettled(owner, before + USES);
		await next.stop();
	}
	return {
		lost: before + USES - (await meteredUses(owner)),
		inLastSecond: answeredAt.filter((at) => at > endedAt - LAST_SECOND_MS).length,
	};
}

/** Makes exactly so many uses and returns when each was answered. */
async function makeUses({ origin }: ServerProcess, keys: readonly string[]): Promise<number[]> {
	const series = byBearer("/api/v2/keys/me", keys);
	const answeredAt: number[] = [];
	let next = 0;
	const work = async () => {
		while (next < USES) {
			const { status, body } = await askOnce(origin, series, series.calls[next++ % series.calls.length]);
			if (status !== 200) throw new Refusal(`A use was answered with ${status} ${body}`);
			answeredAt.push(performance.now());
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, work));
	return answeredAt;
}

async function meteredUses(owner: pg.Client): Promise<number> {
	const { rows } = await owner.query<{ uses: string }>(
		"select coalesce(sum(uses), 0) as uses from key_usage_hours",
	);
	return Number(rows[0]?.uses ?? 0);
}

/** Waits until the meters show so many uses, or longer than any flush takes. */
async function untilSettled(owner: pg.Client, expected: number): Promise<void> {
	const giveUpAt = performance.now() + SETTLED_MS_MAX;
	while (performance.now() < giveUpAt && (await meteredUses(owner)) < expected) await delay(POLL_MS);
}
