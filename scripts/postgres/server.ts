import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { endChild, exitOf, messageOf, Refusal } from "../processes.ts";
import type { Account } from "./account.ts";
import type { Binaries } from "./binaries.ts";

const READY_TIMEOUT_MS = 120_000;

/**
 * Nothing that a statement carries may reach the log: neither its text nor values of it, which the messages of
 * errors repeat. What the server itself has to say ranks above errors, as "log".
 */
const QUIET_LOG = {
	log_min_messages: "log",
	log_statement: "none",
	log_min_duration_statement: "-1",
	log_parameter_max_length: "0",
	log_parameter_max_length_on_error: "0",
	log_min_error_statement: "panic",
	log_error_verbosity: "terse",
	log_checkpoints: "off",
	log_timezone: "UTC",
};

const SETTINGS = {
	listen_addresses: "127.0.0.1",
	unix_socket_directories: "",
	max_connections: "100",
	// Files in the data directory: /dev/shm of a container is often too small for anything else.
	dynamic_shared_memory_type: "mmap",
	timezone: "UTC",
	...QUIET_LOG,
};

/** Starts the server on a port that is free now, and waits until it accepts connections. */
export async function launchServer(
	clusterDir: string,
	logFile: string,
	binaries: Binaries,
	account: Account,
	settings: Record<string, string>,
): Promise<{ child: ChildProcess; port: number }> {
	const giveUpAt = Date.now() + READY_TIMEOUT_MS;
	for (;;) {
		const port = await freePort();
		const flags = Object.entries({ ...SETTINGS, ...settings, port: String(port) }).flatMap(([key, value]) => [
			"-c",
			`${key}=${value}`,
		]);
		const [command = "", ...args] = [...account.prefix, binaries.postgres, "-D", clusterDir, ...flags];
		const log = openSync(logFile, "w", 0o600);
		const child = spawn(command, args, { cwd: clusterDir, detached: true, stdio: ["ignore", log, log] });
		closeSync(log);
		if (await isReady(child, clusterDir, giveUpAt)) return { child, port };

		await endChild(child, "SIGQUIT", 5_000);
		const said = readFileSync(logFile, "utf8").trim();
		// Both pass by themselves: a port taken since we looked, and the last server's helpers still leaving.
		const passes = /could not bind|pre-existing shared memory block/.test(said);
		if (!passes || Date.now() > giveUpAt) {
			throw new Refusal(
				`PostgreSQL did not start. The end of ${logFile}:\n${said.split("\n").slice(-8).join("\n")}`,
			);
		}
		await delay(200);
	}
}

/** Reads the line of `postmaster.pid` that pg_ctl waits for too. False when the server has ended. */
async function isReady(child: ChildProcess, clusterDir: string, giveUpAt: number): Promise<boolean> {
	const exited = exitOf(child).catch((error: unknown) => {
		throw new Refusal(`PostgreSQL could not be started: ${messageOf(error)}`);
	});
	let ended = false;
	exited.then(
		() => {
			ended = true;
		},
		() => {
			ended = true;
		},
	);
	while (!ended && Date.now() < giveUpAt) {
		const [pid, , , , , , , status] = readPidFile(clusterDir);
		if (Number(pid) === child.pid && status?.trim() === "ready") return true;
		await delay(10);
	}
	if (ended) await exited;
	return false;
}

/** The lines that the server keeps about itself; none when there is no such file. */
export function readPidFile(clusterDir: string): string[] {
	try {
		return readFileSync(join(clusterDir, "postmaster.pid"), "utf8").split("\n");
	} catch {
		return [];
	}
}

export function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once("error", reject);
		server.listen(0, "127.0.0.1", () => {
			const address = server.address();
			const port = typeof address === "object" && address ? address.port : 0;
			server.close(() => resolve(port));
		});
	});
}
