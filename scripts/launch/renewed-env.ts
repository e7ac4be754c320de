import { existsSync, readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { type Env, envShape } from "#lib/config/env.ts";
import { childEnv, ENV_FILE, given, settingsFrom, type Variables } from "./settings.ts";

/**
 * The environment for new workers of a product that runs: with `.env` as it is now. Throws a sentence when that
 * cannot be used.
 */
export function renewedChildEnv(appUrl: string): Record<string, string> {
	const file = existsSync(ENV_FILE) ? parseEnv(readFileSync(ENV_FILE, "utf8")) : {};
	const source = renewed({ given, file, running: process.env });
	const env = Object.entries(childEnv(settingsFrom(source), appUrl, source));
	return Object.fromEntries(env.map(([name, value = ""]) => [name, value]));
}

/** What belongs to the whole product, or to the process above the workers, stays as long as that runs. */
const SETTLED: readonly (keyof Env)[] = [
	"NODE_ENV",
	"PORT",
	"HOST",
	"DATA_DIR",
	"DATABASE_URL",
	"DATABASE_MIGRATE_URL",
	"WEB_CONCURRENCY",
	"ROLE",
	"METRICS_HOST",
	"METRICS_PORT",
];

type Environments = {
	/** Before any file was read. */
	given: Variables;
	file: Variables;
	/** Of the product as it was started. */
	running: Variables;
};

/** A variable that the file no longer sets comes out empty, since workers inherit what the product was started with. */
export function renewed({ given, file, running }: Environments): Variables {
	const absent = Object.fromEntries(Object.keys(envShape).map((name) => [name, ""]));
	const settled = Object.fromEntries(SETTLED.map((name) => [name, running[name] ?? ""]));
	return { ...absent, ...file, ...given, ...settled };
}
