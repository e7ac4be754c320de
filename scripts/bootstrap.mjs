import { spawn } from "node:child_process";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { InstallError, install } from "./install.mjs";
import { findNode } from "./node-runtime.mjs";

const SCRIPTS = dirname(fileURLToPath(import.meta.url));
const ROOT = dirname(SCRIPTS);
const FORWARDED = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Brings the packages, then runs a TypeScript program under the Node that came with them.
 * @param {string} program a file of this folder
 * @param {string[]} args
 */
export async function run(program, args) {
	try {
		await install(ROOT);
		runUnder(findNode(ROOT), program, args);
	} catch (error) {
		console.error(error instanceof InstallError ? error.message : error);
		process.exit(1);
	}
}

/**
 * The program gets a process group of its own, so Ctrl-C in a terminal reaches it once, from here, and not a second
 * time from the terminal. It notices the end of the IPC channel if this process is killed.
 * @param {string} node
 * @param {string} program
 * @param {string[]} args
 */
function runUnder(node, program, args) {
	const child = spawn(node, [join(SCRIPTS, program), ...args], {
		cwd: ROOT,
		detached: process.platform !== "win32",
		stdio: ["ignore", "inherit", "inherit", "ipc"],
	});
	// A closed terminal says SIGHUP, which some programs take for another order than to end.
	for (const signal of FORWARDED)
		process.on(signal, () => child.kill(signal === "SIGHUP" ? "SIGTERM" : signal));
	if (process.env.npm_lifecycle_event) whenOrphaned(() => child.kill("SIGTERM"));
	child.on("error", (error) => {
		console.error(`${node} could not be started: ${error.message}`);
		process.exit(1);
	});
	child.on("exit", (code, signal) => {
		if (signal)
			console.error(`\n${program} was ended by ${signal}. What it left behind, the next start clears up.`);
		process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0));
	});
}

/**
 * npm passes SIGTERM on to the shell between it and us; some shells end of it and tell nobody.
 * @param {() => void} stop
 */
function whenOrphaned(stop) {
	const parent = process.ppid;
	const timer = setInterval(() => {
		if (process.ppid === parent) return;
		clearInterval(timer);
		stop();
	}, 500);
	timer.unref();
}
