import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import pg from "pg";
import { chooseAccount } from "./postgres/account.ts";
import { findBinaries } from "./postgres/binaries.ts";
import {
	chownTree,
	clusterDirOf,
	initialize,
	readOrCreatePassword,
	SUPERUSER,
} from "./postgres/data-directory.ts";
import { stopLeftover } from "./postgres/leftover.ts";
import { launchServer, readPidFile } from "./postgres/server.ts";
import { type Exit, endChild, exitOf, isAlive, signalGroup } from "./processes.ts";

export type RunningPostgres = {
	/** The superuser's address of the `latchkey` database. */
	url: string;
	exited: Promise<Exit>;
	stop: () => Promise<void>;
	/** For when nobody can wait: the next start recovers. */
	kill: () => void;
};

const DATABASE = "latchkey";
const FAST_SHUTDOWN_MS = 20_000;

const EPHEMERAL_SETTINGS = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/** Starts the PostgreSQL whose data lives in `dataDir`, which is created on the first start. */
export async function startPostgres(options: { dataDir: string }): Promise<RunningPostgres> {
	const dataDir = resolve(options.dataDir);
	return startCluster(dataDir, {}, []);
}

/** The superuser's address of the PostgreSQL that somebody else runs in `dataDir`; undefined while it takes nobody. */
export function addressOfRunning(dataDir: string): string | undefined {
	const [, , , port, , , , status] = readPidFile(clusterDirOf(dataDir));
	return status?.trim() === "ready"
		? addressOf(DATABASE, readOrCreatePassword(dataDir), Number(port))
		: undefined;
}

/** Starts an empty PostgreSQL that forgets everything when it stops. */
export async function startEphemeralPostgres(options: { parentDir?: string } = {}): Promise<RunningPostgres> {
	const parentDir = resolve(options.parentDir ?? join(import.meta.dirname, "../.cache/postgres"));
	mkdirSync(parentDir, { recursive: true });
	await sweepAbandoned(parentDir);
	const dataDir = join(parentDir, `${process.pid}-${randomBytes(6).toString("hex")}`);
	mkdirSync(dataDir, { mode: 0o700 });
	const remove = () => rmSync(dataDir, { recursive: true, force: true });
	try {
		const running = await startCluster(dataDir, EPHEMERAL_SETTINGS, ["--no-sync"]);
		return { ...running, stop: () => running.stop().finally(remove) };
	} catch (error) {
		remove();
		throw error;
	}
}

/** Ends and removes what test runs left behind that were killed before they could. */
async function sweepAbandoned(parentDir: string): Promise<void> {
	for (const name of readdirSync(parentDir)) {
		const dataDir = join(parentDir, name);
		if (isAlive(Number.parseInt(name, 10))) continue;
		await stopLeftover(clusterDirOf(dataDir));
		rmSync(dataDir, { recursive: true, force: true });
	}
}

async function startCluster(
	dataDir: string,
	settings: Record<string, string>,
	initOptions: string[],
): Promise<RunningPostgres> {
	const binaries = await findBinaries();
	const account = chooseAccount(binaries.postgres);
	const clusterDir = clusterDirOf(dataDir);
	await stopLeftover(clusterDir);
	const password = readOrCreatePassword(dataDir);
	if (!existsSync(clusterDir)) await initialize(dataDir, binaries, account, initOptions);
	chownTree(clusterDir, account.owner);

	const logFile = join(dataDir, "postgres.log");
	const { child, port } = await launchServer(clusterDir, logFile, binaries, account, settings);
	const exited = exitOf(child);
	const stop = () => endChild(child, "SIGINT", FAST_SHUTDOWN_MS);
	try {
		await createDatabase(addressOf("postgres", password, port));
	} catch (error) {
		await stop();
		throw error;
	}
	return {
		url: addressOf(DATABASE, password, port),
		exited,
		stop,
		kill: () => signalGroup(child, "SIGKILL"),
	};
}

const addressOf = (database: string, password: string, port: number) =>
	`postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;

async function createDatabase(url: string): Promise<void> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		const found = await client.query("select 1 from pg_database where datname = $1", [DATABASE]);
		if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
	} finally {
		await client.end();
	}
}
