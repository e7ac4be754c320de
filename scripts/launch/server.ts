import { type ChildProcess, spawn } from "node:child_process";
import { get } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { exitOf, Refusal } from "../processes.ts";
import { holdChild, ROOT } from "./child.ts";
import type { Settings } from "./settings.ts";
import type { Shutdown } from "./shutdown.ts";

const DRAIN_MS = 12_000;
const READY_TIMEOUT_MS = 120_000;
const POLL_MS = 25;

export type Address = Pick<Settings, "HOST" | "PORT" | "APP_ORIGIN">;

export type Server = {
	child: ChildProcess;
	/** Rejects when the server ends. */
	failed: Promise<never>;
	/** Gives up the charge of a server that has ended. */
	release: () => void;
};

/** Starts the product and waits until it serves. The IPC channel is how it notices that we are gone. */
export async function startServer(
	shutdown: Shutdown,
	address: Address,
	env: NodeJS.ProcessEnv,
	output: "inherit" | number = "inherit",
): Promise<Server> {
	const child = spawn(process.execPath, ["server.ts"], {
		cwd: ROOT,
		env,
		detached: true,
		stdio: ["ignore", output, output, "ipc"],
	});
	const failed = exitOf(child).then(({ code, signal }) => {
		throw new Refusal(`The server has ended by itself (${signal ?? `exit code ${code}`}).`);
	});
	failed.catch(() => {});
	const release = await holdChild(shutdown, child, DRAIN_MS);
	await Promise.race([untilReady(address), failed]);
	return { child, failed, release };
}

async function untilReady(address: Address): Promise<void> {
	const giveUpAt = performance.now() + READY_TIMEOUT_MS;
	let last = "";
	while (performance.now() < giveUpAt) {
		last = await ask(address);
		if (last === "200") return;
		await delay(POLL_MS);
	}
	throw new Refusal(`The server did not become ready in two minutes (${last}).`);
}

const WILDCARDS = new Set(["0.0.0.0", "::"]);

function ask({ HOST, PORT, APP_ORIGIN }: Address): Promise<string> {
	const host = WILDCARDS.has(HOST) ? "127.0.0.1" : HOST;
	// The server answers to its own name alone.
	const headers = { host: new URL(APP_ORIGIN).host, connection: "close" };
	return new Promise((resolve) => {
		const request = get(
			{ host, port: PORT, path: "/api/health/ready", headers, timeout: 5_000 },
			(response) => {
				response.resume();
				resolve(String(response.statusCode));
			},
		);
		request.on("timeout", () => request.destroy());
		request.on("error", (error) => resolve(error.message));
	});
}
