import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { holdChild } from "../launch/child.ts";
import { freePort } from "../postgres/server.ts";
import { endChild, Refusal } from "../processes.ts";
import { askOnce, SAYS_VALID } from "./ask.ts";
import { byBearer, byBody, type Series } from "./calls.ts";
import { PEERS } from "./peers-folder.ts";
import type { Need } from "./prepare-peers.ts";
import type { ServerProcess } from "./server-process.ts";
import type { World } from "./world.ts";

export type PeerId =
	| "bare"
	| "get-map"
	| "post-map"
	| "pg-select"
	| "fastify-update"
	| "fastify-select"
	| "next-update"
	| "better-auth-default"
	| "better-auth-fastest";

type Peer = {
	title: string;
	program: string;
	mode?: string;
	/** What the program is made of besides Node and what Latchkey itself has. */
	needs: Need[];
	series: (keys: readonly string[]) => Series;
};

const post = (keys: readonly string[]) => byBody("/verify", keys);
const get = (keys: readonly string[]) => byBearer("/verify", keys);

export const PEER: Record<PeerId, Peer> = {
	bare: { title: "node:http, one static JSON (the floor)", program: "bare.mjs", needs: [], series: get },
	"get-map": {
		title: "node:http GET + SHA-256 + Map (the limit for a GET)",
		program: "get-map.mjs",
		needs: [],
		series: get,
	},
	"post-map": {
		title: "node:http POST JSON + SHA-256 + Map (the limit for a POST)",
		program: "post-map.mjs",
		needs: [],
		series: post,
	},
	"pg-select": {
		title: "node:http GET + pg, one select per call",
		program: "pg-select.mjs",
		needs: [],
		series: get,
	},
	"fastify-update": {
		title: "Fastify 5 + Prisma, select and update per call",
		program: "fastify-prisma.mjs",
		mode: "update",
		needs: ["installed", "prisma"],
		series: post,
	},
	"fastify-select": {
		title: "Fastify 5 + Prisma, select only",
		program: "fastify-prisma.mjs",
		mode: "select",
		needs: ["installed", "prisma"],
		series: post,
	},
	"next-update": {
		title: "Next 16 route handler + Prisma, select and update per call",
		program: "next-prisma.mjs",
		mode: "update",
		needs: ["prisma", "next"],
		series: post,
	},
	"better-auth-default": {
		title: "better-auth API keys, default",
		program: "better-auth.mjs",
		mode: "default",
		needs: ["installed"],
		series: post,
	},
	"better-auth-fastest": {
		title: "better-auth API keys, fastest: in memory, deferred writes, no limits",
		program: "better-auth.mjs",
		mode: "fastest",
		needs: ["installed"],
		series: post,
	},
};

const READY_MS_MAX = 90_000;
const POLL_MS = 100;
const GRACE_MS = 5_000;

/** Starts a peer and waits until it answers a good key with 200. Throws a {@link Refusal} that says why it does not. */
export async function startPeer(
	world: World,
	id: PeerId,
	{ keysFile, databaseUrl }: { keysFile: string; databaseUrl: string },
): Promise<ServerProcess> {
	const { title, program, mode = "", series } = PEER[id];
	const port = String(await freePort());
	const logFile = join(world.folder, `${id}.log`);
	const log = openSync(logFile, "w");
	const child = spawn(process.execPath, [join(PEERS, program)], {
		cwd: PEERS,
		env: {
			...process.env,
			NODE_ENV: "production",
			NEXT_TELEMETRY_DISABLED: "1",
			PORT: port,
			MODE: mode,
			DATABASE_URL: databaseUrl,
			KEYS_FILE: keysFile,
		},
		detached: true,
		stdio: ["ignore", log, log],
	});
	closeSync(log);
	const release = await holdChild(world.shutdown, child, GRACE_MS);
	const stop = async () => {
		await endChild(child, "SIGTERM", GRACE_MS);
		release();
	};
	const origin = `http://127.0.0.1:${port}`;
	const [firstKey = ""] = readFileSync(keysFile, "utf8").split("\n", 1);
	const why = await untilAnswering(child, origin, series([firstKey]));
	if (why === null) return { title, pid: child.pid ?? 0, origin, child, stop };
	await stop();
	const end = readFileSync(logFile, "utf8").trim().split("\n").slice(-3).join(" | ");
	throw new Refusal(`${why}${end && `: ${end}`}`);
}

/** Null when the server answers, or why it is given up. */
async function untilAnswering(child: ChildProcess, origin: string, series: Series): Promise<string | null> {
	const giveUpAt = performance.now() + READY_MS_MAX;
	let last = "no answer";
	while (performance.now() < giveUpAt) {
		if (child.exitCode !== null || child.signalCode !== null) return "it ended while starting";
		const { status, body } = await askOnce(origin, series);
		if (status === 200 && SAYS_VALID.test(body)) return null;
		last = `${status} ${body}`.slice(0, 200);
		await delay(POLL_MS);
	}
	return `it did not become ready in ${READY_MS_MAX / 1_000} s (${last})`;
}
