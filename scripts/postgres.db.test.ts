import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { startEphemeralPostgres, startPostgres } from "./postgres.ts";

const CACHE = join(import.meta.dirname, "../.cache");
const dataDir = mkdtempSync(join(CACHE, "postgres-test-"));
afterAll(() => rmSync(dataDir, { recursive: true }));

async function ask(url: string, statement: string): Promise<unknown[]> {
	const client = new pg.Client({ connectionString: url });
	client.on("error", () => {});
	await client.connect();
	try {
		return (await client.query({ text: statement, rowMode: "array" })).rows.flat();
	} finally {
		await client.end();
	}
}

test("what was committed is there after the server was killed, and a leftover server is replaced", async () => {
	const killed = await startPostgres({ dataDir });
	await ask(killed.url, "create table kept as select 42 as answer");
	killed.kill();
	await killed.exited;

	const left = await startPostgres({ dataDir });
	expect(await ask(left.url, "select answer from kept")).toEqual([42]);

	const next = await startPostgres({ dataDir });
	expect((await left.exited).code).toBe(0);
	expect(await ask(next.url, "select answer from kept")).toEqual([42]);
	await next.stop();
});

test("nothing of what statements carry is in the log, and only its owner can read the files", async () => {
	const own = await startPostgres({ dataDir });
	await ask(own.url, "select 'no-log-should-have-this'::int").catch(() => {});
	await own.stop();

	expect(readFileSync(join(dataDir, "postgres.log"), "utf8")).not.toContain(
		"select 'no-log-should-have-this'",
	);
	for (const name of readdirSync(dataDir)) expect(statSync(join(dataDir, name)).mode & 0o077).toBe(0);
});

test("it listens on this machine alone, asks for a password and keeps commits", async () => {
	const own = await startPostgres({ dataDir });
	const settings = [
		"listen_addresses",
		"unix_socket_directories",
		"fsync",
		"synchronous_commit",
		"server_encoding",
	];

	expect(await ask(own.url, `select ${settings.map((name) => `current_setting('${name}')`).join()}`)).toEqual(
		["127.0.0.1", "", "on", "on", "UTF8"],
	);
	await expect(ask(own.url.replace(/:[0-9a-f]+@/, ":wrong@"), "select 1")).rejects.toThrow("password");
	await own.stop();
});

test("an ephemeral server leaves nothing behind", async () => {
	const own = await startEphemeralPostgres({ parentDir: join(dataDir, "ephemeral") });
	await own.stop();

	expect(existsSync(join(dataDir, "ephemeral"))).toBe(true);
	expect(readdirSync(join(dataDir, "ephemeral"))).toEqual([]);
});
