import { randomBytes } from "node:crypto";
import { accessSync, chmodSync, constants, existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type Env, EnvError, parseEnv } from "#lib/config/env.ts";
import { clusterDirOf } from "../postgres/data-directory.ts";
import { readOrMake } from "../private-file.ts";
import { messageOf, Refusal } from "../processes.ts";
import { ROOT } from "./child.ts";

export const ENV_FILE = join(ROOT, ".env");

export type Variables = Readonly<Record<string, string | undefined>>;

export type Mode = "production" | "development";

export type Settings = Omit<Env, "LATCHKEY_SECRET"> & {
	dataDir: string;
	/** As it stands in the environment: newest first, comma-separated. */
	secrets: string;
	newestSecret: string;
};

/** The environment as it was before `.env` was read into it. */
export const given: Variables = { ...process.env };

/** Reads `.env` and the environment, and makes what may be made: the data folder and, beside it, the secret. */
export function readSettings(mode: Mode): Settings {
	loadEnvFile();
	return settingsFrom({ ...process.env, NODE_ENV: mode });
}

export function settingsFrom(source: Variables): Settings {
	const env = parse(source);
	const dataDir = makeDataDir(resolve(ROOT, env.DATA_DIR));
	const secrets = env.LATCHKEY_SECRET ?? [findSecret(env, dataDir)];
	return { ...env, dataDir, secrets: secrets.join(","), newestSecret: secrets[0] ?? "" };
}

/** What the environment says already wins over the file. */
export function loadEnvFile(): void {
	if (!existsSync(ENV_FILE)) return;
	try {
		process.loadEnvFile(ENV_FILE);
	} catch (error) {
		throw new Refusal(`${ENV_FILE} cannot be read: ${messageOf(error)}`);
	}
}

export function parse(source: Variables): Env {
	try {
		return parseEnv(source);
	} catch (error) {
		throw error instanceof EnvError ? new Refusal(error.message) : error;
	}
}

function makeDataDir(dataDir: string): string {
	try {
		makeFolder(dataDir);
		if (!statSync(dataDir).isDirectory()) throw new Error("it is not a folder");
		accessSync(dataDir, constants.W_OK | constants.X_OK);
		chmodSync(dataDir, 0o700);
		return dataDir;
	} catch (error) {
		throw new Refusal(
			`Latchkey cannot keep its data in ${dataDir} (${messageOf(error)}). ` +
				"Make the folder writable for this user, or name another: DATA_DIR=/path npm start",
		);
	}
}

/** Not mkdir's own recursion: in places such as /proc Node 24 goes on with that for ever. */
function makeFolder(dir: string): void {
	if (existsSync(dir)) return;
	makeFolder(dirname(dir));
	mkdirSync(dir, { mode: 0o700 });
}

/** With its own database Latchkey makes its own secret. With yours, losing a file here must not lock you out. */
function findSecret(env: Env, dataDir: string): string {
	if (env.DATABASE_URL) {
		throw new Refusal(
			"LATCHKEY_SECRET is needed together with DATABASE_URL: what is in the database can only be read with it. " +
				'Make one with "openssl rand -base64 48" and keep it as you keep the database.',
		);
	}
	const file = join(dataDir, "secret");
	if (existsSync(clusterDirOf(dataDir)) && !existsSync(file)) {
		throw new Refusal(
			`${file} is missing, and what is in the database beside it can only be read with it. Put the file back, or ` +
				"name the secret in LATCHKEY_SECRET.",
		);
	}
	const secret = readOrMake(file, () => randomBytes(48).toString("base64url"));
	if (secret.length >= 32) return secret;
	throw new Refusal(`${file} is damaged. Restore it from a backup: without it no API key can be verified.`);
}

/** What the server and its helpers may know. */
export function childEnv(
	settings: Settings,
	appUrl: string,
	source: Variables = process.env,
): NodeJS.ProcessEnv {
	return {
		...source,
		NODE_ENV: settings.NODE_ENV,
		PORT: String(settings.PORT),
		HOST: settings.HOST,
		APP_ORIGIN: settings.APP_ORIGIN,
		DATA_DIR: settings.dataDir,
		DATABASE_URL: appUrl,
		// The login that owns the tables is not for them. Empty, not absent: Next would fill it in from .env.
		DATABASE_MIGRATE_URL: "",
		LATCHKEY_SECRET: settings.secrets,
		NEXT_TELEMETRY_DISABLED: "1",
	};
}
