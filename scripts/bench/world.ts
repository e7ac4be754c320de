import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { prepareDatabase } from "../database.ts";
import { ROOT } from "../launch/child.ts";
import type { Shutdown } from "../launch/shutdown.ts";
import { startEphemeralPostgres } from "../postgres.ts";
import { fillKeys, type Keys } from "./fill-keys.ts";
import { parentOf } from "./process-cost.ts";

/** What every measurement works with. */
export type World = {
	shutdown: Shutdown;
	/** A folder for this run, gone when it ends. */
	folder: string;
	secret: string;
	/** The superuser, in a database of its own. */
	admin: pg.Client;
	postmaster: number;
	urlOf: (database: string) => string;
};

/** A database of the product's, with keys in it. */
export type KeyDatabase = { name: string; ownerUrl: string; appUrl: string; keys: Keys };

export const CACHE = join(ROOT, ".cache/bench");

/** Starts a PostgreSQL that is gone after the run, and makes a secret for it. */
export async function openWorld(shutdown: Shutdown): Promise<World> {
	mkdirSync(CACHE, { recursive: true });
	const folder = mkdtempSync(join(CACHE, "run-"));
	await shutdown.hold(async () => rmSync(folder, { recursive: true, force: true }));
	const postgres = await startEphemeralPostgres();
	await shutdown.hold(postgres.stop, postgres.kill);

	const secret = randomBytes(48).toString("base64url");
	// What the engine derives its peppers from, here as in the servers that this run starts.
	process.env.LATCHKEY_SECRET = secret;
	const admin = new pg.Client({ connectionString: postgres.url });
	await admin.connect();
	await shutdown.hold(() => admin.end());
	return {
		shutdown,
		folder,
		secret,
		admin,
		postmaster: await postmasterOf(admin),
		urlOf: (database) => Object.assign(new URL(postgres.url), { pathname: `/${database}` }).href,
	};
}

async function postmasterOf(admin: pg.Client): Promise<number> {
	const { rows } = await admin.query<{ pid: number }>("select pg_backend_pid() as pid");
	const postmaster = parentOf(rows[0]?.pid ?? 0);
	if (postmaster === undefined) throw new Error("the process of PostgreSQL was not found");
	return postmaster;
}

/** Makes a database as the product does and fills it with working keys. */
export async function makeKeyDatabase(world: World, name: string, keyCount: number): Promise<KeyDatabase> {
	await world.admin.query(`create database ${pg.escapeIdentifier(name)}`);
	const ownerUrl = world.urlOf(name);
	const { appUrl } = await prepareDatabase({ migrateUrl: ownerUrl, secret: world.secret });
	return { name, ownerUrl, appUrl, keys: await fillKeys(ownerUrl, keyCount) };
}
