import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll } from "vitest";
import { Report } from "#lib/serving/messages.ts";
import { freePort } from "../../scripts/postgres/server.ts";
import { type Exit, exitOf, isAlive } from "../../scripts/processes.ts";

const ROOT = path.join(import.meta.dirname, "../..");
const POLL_MS = 20;

export type LogLine = { pid: number; msg: string; level: number; [name: string]: unknown };

export type ServerProcess = {
	child: ChildProcess;
	origin: string;
	metricsOrigin: string;
	exit: Promise<Exit>;
	/** What it has said to whoever started it. */
	reports: Report[];
	log: () => LogLine[];
	/** The processes that serve, or have served, whether alone or as workers. */
	servers: () => number[];
};

/**
 * Starts `server.ts` as the launcher does, on ports of its own, over the database that `env().DATABASE_URL` says. It
 * serves the build that is there. Whatever of it is alive at the end of the test file is killed.
 */
export async function startServerProcess(env: Record<string, string> = {}): Promise<ServerProcess> {
	const [port, metricsPort] = [await freePort(), await freePort()];
	const origin = `http://127.0.0.1:${port}`;
	const dataDir = mkdtempSync(path.join(tmpdir(), "latchkey-process-"));
	const child = spawn(process.execPath, ["server.ts"], {
		cwd: ROOT,
		detached: true,
		stdio: ["ignore", "pipe", "inherit", "ipc"],
		env: {
			...process.env,
			NODE_ENV: "production",
			NEXT_TELEMETRY_DISABLED: "1",
			PORT: String(port),
			METRICS_PORT: String(metricsPort),
			APP_ORIGIN: origin,
			DATA_DIR: dataDir,
			...env,
		},
	});
	let output = "";
	child.stdout?.setEncoding("utf8").on("data", (text: string) => {
		output += text;
	});
	const reports: Report[] = [];
	child.on("message", (message) => {
		const report = Report.safeParse(message).data;
		if (report) reports.push(report);
	});
	const log = () =>
		output
			.split("\n")
			.filter((line) => line.startsWith("{"))
			.map((line): LogLine => JSON.parse(line));
	const servers = () =>
		log()
			.filter(({ msg }) => msg === "serving")
			.map(({ pid }) => pid);
	afterAll(() => {
		for (const pid of [child.pid, ...servers()]) if (pid && isAlive(pid)) process.kill(pid, "SIGKILL");
		rmSync(dataDir, { recursive: true, force: true });
	});
	const metricsOrigin = `http://127.0.0.1:${metricsPort}`;
	return { child, origin, metricsOrigin, exit: exitOf(child), reports, log, servers };
}

/** Waits until `read` returns something true, and returns that. Throws when it takes too long. */
export async function until<T>(what: string, read: () => T | Promise<T>, msMax = 20_000): Promise<T> {
	const giveUpAt = performance.now() + msMax;
	while (performance.now() < giveUpAt) {
		const value = await read();
		if (value) return value;
		await delay(POLL_MS);
	}
	throw new Error(`not within ${msMax} ms: ${what}`);
}

/** Starts a server and waits until it says that it is ready. */
export async function readyServerProcess(env: Record<string, string> = {}): Promise<ServerProcess> {
	const server = await startServerProcess(env);
	const isReady = () => server.reports.some(({ latchkey }) => latchkey === "ready");
	await Promise.race([
		until("the server is ready", isReady),
		server.exit.then(() => {
			throw new Error(`the server ended: ${JSON.stringify(server.log().at(-1))}`);
		}),
	]);
	return server;
}
