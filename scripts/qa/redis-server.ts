import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { holdChild } from "../launch/child.ts";
import type { Shutdown } from "../launch/shutdown.ts";
import { freePort } from "../postgres/server.ts";
import { exitOf, hasCode, signalGroup } from "../processes.ts";
import { until } from "./watch.ts";

const GRACE_MS = 3_000;
const START_MS_MAX = 10_000;

/** The program of that name on the PATH, or null. */
export function findRedis(): string | null {
	try {
		execFileSync("redis-server", ["--version"], { stdio: "ignore" });
		return "redis-server";
	} catch (error) {
		if (hasCode(error, "ENOENT")) return null;
		throw error;
	}
}

/** A Redis of the rig's own, that keeps nothing and can be broken. */
export class RedisServer {
	readonly #child: ChildProcess;
	readonly #port: number;

	private constructor(child: ChildProcess, port: number) {
		this.#child = child;
		this.#port = port;
	}

	static async start(shutdown: Shutdown, program: string, workDir: string): Promise<RedisServer> {
		const dir = mkdtempSync(join(workDir, "redis-"));
		await shutdown.hold(async () => rmSync(dir, { recursive: true, force: true }));
		const port = await freePort();
		const options = [
			"--bind",
			"127.0.0.1",
			"--port",
			String(port),
			"--dir",
			dir,
			"--save",
			"",
			"--appendonly",
			"no",
		];
		const child = spawn(program, options, { detached: true, stdio: "ignore" });
		await holdChild(shutdown, child, GRACE_MS);
		const redis = new RedisServer(child, port);
		const waited = await until(async () => (await redis.#say("PING")).startsWith("+PONG"), START_MS_MAX);
		if (Number.isNaN(waited)) throw new Error("Redis did not start");
		return redis;
	}

	get url(): string {
		return `redis://127.0.0.1:${this.#port}`;
	}

	flush(): Promise<string> {
		return this.#say("FLUSHALL");
	}

	freeze(): void {
		signalGroup(this.#child, "SIGSTOP");
	}

	thaw(): void {
		signalGroup(this.#child, "SIGCONT");
	}

	async kill(): Promise<void> {
		signalGroup(this.#child, "SIGKILL");
		await exitOf(this.#child);
	}

	/** Redis also takes plain lines. Returns the first of its answer; empty when it does not answer. */
	#say(line: string): Promise<string> {
		return new Promise((resolve) => {
			const socket = connect(this.#port, "127.0.0.1", () => socket.write(`${line}\r\n`));
			socket.setTimeout(GRACE_MS, () => socket.destroy());
			socket.once("data", (chunk) => {
				resolve(chunk.toString());
				socket.destroy();
			});
			socket.on("error", () => {});
			socket.on("close", () => resolve(""));
		});
	}
}
