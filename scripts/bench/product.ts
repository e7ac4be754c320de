import { closeSync, mkdtempSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { startServer } from "../launch/server.ts";
import { childEnv, parse } from "../launch/settings.ts";
import { freePort } from "../postgres/server.ts";
import { endChild, messageOf, Refusal } from "../processes.ts";
import { withoutSettings } from "./environment.ts";
import type { ServerProcess } from "./server-process.ts";
import type { KeyDatabase, World } from "./world.ts";

/** With what it keeps on disk, which the next one may go on with. */
export type LatchkeyProcess = ServerProcess & { dataDir: string };

const DRAIN_MS = 12_000;

/** Starts the built product over a database of keys, as `npm start` does, and waits until it serves. */
export async function startLatchkey(
	world: World,
	database: KeyDatabase,
	env: Record<string, string> = {},
): Promise<LatchkeyProcess> {
	const dataDir = env.DATA_DIR ?? mkdtempSync(join(world.folder, "data-"));
	const port = String(await freePort());
	const parsed = parse({
		NODE_ENV: "production",
		PORT: port,
		APP_ORIGIN: `http://127.0.0.1:${port}`,
		DATA_DIR: dataDir,
		LATCHKEY_SECRET: world.secret,
	});
	const settings = { ...parsed, dataDir, secrets: world.secret, newestSecret: world.secret };
	const logFile = join(dataDir, "server.log");
	const log = openSync(logFile, "a");
	const variables = { ...childEnv(settings, database.appUrl, withoutSettings()), ...env };
	const server = await startServer(world.shutdown, variables, log).catch((error: unknown) => {
		throw new Refusal(`${messageOf(error)}\n${endOf(logFile)}`);
	});
	closeSync(log);
	return {
		title: "Latchkey",
		pid: server.child.pid ?? 0,
		origin: settings.APP_ORIGIN,
		child: server.child,
		dataDir,
		stop: async () => {
			await endChild(server.child, "SIGTERM", DRAIN_MS);
			server.release();
		},
	};
}

const endOf = (file: string) => readFileSync(file, "utf8").trim().split("\n").slice(-15).join("\n");
