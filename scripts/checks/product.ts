import { randomBytes } from "node:crypto";
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { prepareDatabase } from "../database.ts";
import { ROOT } from "../launch/child.ts";
import { demoFile, fillDemo } from "../launch/demo.ts";
import { startServer } from "../launch/server.ts";
import { childEnv, parse, type Settings } from "../launch/settings.ts";
import type { Shutdown } from "../launch/shutdown.ts";
import { freePort } from "../postgres/server.ts";
import type { Variables } from "./checks.ts";

const CACHE = join(ROOT, ".cache");

/** Starts the built product as `npm start` does, with a database and a data folder for one run of the journeys. */
export async function startProduct(shutdown: Shutdown, adminUrl: string): Promise<Variables> {
	mkdirSync(CACHE, { recursive: true });
	const dataDir = mkdtempSync(join(CACHE, "journeys-data-"));
	await shutdown.hold(async () => rmSync(dataDir, { recursive: true, force: true }));

	const settings = await settingsFor(dataDir);
	const ownerUrl = await createDatabase(adminUrl);
	const { appUrl } = await prepareDatabase({ migrateUrl: ownerUrl, secret: settings.newestSecret });
	await fillDemo(shutdown, settings, { ownerUrl, appUrl, isOwn: false });

	const log = openSync(join(CACHE, "journeys-server.log"), "w");
	// Journeys have receivers of webhooks of their own.
	await startServer(shutdown, { ...childEnv(settings, appUrl), EGRESS_ALLOW: "127.0.0.1" }, log);
	closeSync(log);
	return { BASE_URL: settings.APP_ORIGIN, DEMO_FILE: demoFile(dataDir) };
}

/** Nothing of what somebody has set for their own installation. */
async function settingsFor(dataDir: string): Promise<Settings> {
	const secret = randomBytes(48).toString("base64url");
	const port = String(await freePort());
	const env = parse({ NODE_ENV: "production", PORT: port, DATA_DIR: dataDir, LATCHKEY_SECRET: secret });
	return { ...env, dataDir, secrets: secret, newestSecret: secret };
}

async function createDatabase(adminUrl: string): Promise<string> {
	const client = new pg.Client({ connectionString: adminUrl });
	await client.connect();
	try {
		await client.query("create database journeys");
	} finally {
		await client.end();
	}
	return Object.assign(new URL(adminUrl), { pathname: "/journeys" }).href;
}
