import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { testDatabase } from "#lib/testing/database.ts";
import { until } from "#lib/testing/server-process.ts";
import { ROOT } from "./launch/child.ts";
import { freePort } from "./postgres/server.ts";
import { endChild, exitOf, isAlive } from "./processes.ts";

const { appUrl, ownerUrl } = await testDatabase();
const started: ChildProcess[] = [];
const folders: string[] = [];
afterAll(async () => {
	await Promise.all(started.map((launcher) => endChild(launcher, "SIGTERM", 20_000)));
	for (const folder of folders) rmSync(folder, { recursive: true });
});

/** The product as `npm start` runs it, and the command that restarts it. */
async function startProduct(env: Record<string, string>) {
	const dataDir = mkdtempSync(join(tmpdir(), "latchkey-restart-"));
	folders.push(dataDir);
	const variables = {
		...process.env,
		NODE_ENV: "production",
		CI: "1",
		DATA_DIR: dataDir,
		DATABASE_URL: appUrl,
		DATABASE_MIGRATE_URL: ownerUrl,
		LATCHKEY_SECRET: randomBytes(48).toString("base64"),
		LATCHKEY_DEMO: "0",
		PORT: String(await freePort()),
		...env,
	} as const;
	const launcher = spawn(process.execPath, ["scripts/launch.ts"], {
		cwd: ROOT,
		env: variables,
		detached: true,
		stdio: ["ignore", "pipe", "inherit"],
	});
	started.push(launcher);
	let output = "";
	launcher.stdout.setEncoding("utf8").on("data", (text) => {
		output += text;
	});
	await until(
		"the product is ready",
		() => output.includes("Latchkey is ready") || launcher.exitCode !== null,
	);
	const restart = () =>
		new Promise<{ code: number; said: string }>((resolve) => {
			execFile(
				process.execPath,
				["scripts/restart.ts"],
				{ cwd: ROOT, env: variables },
				(error, stdout, stderr) =>
					resolve({ code: typeof error?.code === "number" ? error.code : 0, said: stdout + stderr }),
			);
		});
	const servers = () => [...output.matchAll(/"pid":(\d+),.*"msg":"serving"/g)].map(([, pid]) => Number(pid));
	return { launcher, restart, servers };
}

test("npm run restart replaces the workers of the product that runs, and says so", async () => {
	const { launcher, restart, servers } = await startProduct({ WEB_CONCURRENCY: "1" });
	const [old = 0] = servers();

	const { code, said } = await restart();

	expect(said).toContain("all are new");
	expect(code).toBe(0);
	expect(isAlive(old)).toBe(false);
	expect(servers()).toHaveLength(2);
	launcher.kill("SIGTERM");
	expect(await exitOf(launcher)).toEqual({ code: 0, signal: null });
	expect(servers().filter(isAlive)).toEqual([]);
	expect((await restart()).said).toContain("No Latchkey runs");
});

test("npm run restart says what is missing when there is one process alone, which goes on", async () => {
	const { restart, servers } = await startProduct({});

	const { code, said } = await restart();

	expect(code).toBe(1);
	expect(said).toContain("WEB_CONCURRENCY");
	expect(servers().filter(isAlive)).toHaveLength(1);
});
