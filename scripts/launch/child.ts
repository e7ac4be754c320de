import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { endChild, exitOf, Refusal, signalGroup } from "../processes.ts";
import type { Shutdown } from "./shutdown.ts";

export const ROOT = join(import.meta.dirname, "../..");

const GRACE_MS = 3_000;
const TAIL_LINES = 40;

export type ChildOptions = {
	/** What it does, for the sentence that says it failed. */
	name: string;
	args: string[];
	env?: NodeJS.ProcessEnv;
	/** Called with every piece of output as it comes. */
	onOutput?: (text: string) => void;
};

/** Runs a program under this Node until it ends. Returns the exit code and everything it wrote. */
export async function runChild(shutdown: Shutdown, options: ChildOptions) {
	const child = spawn(process.execPath, options.args, {
		cwd: ROOT,
		env: options.env ?? process.env,
		detached: true,
		stdio: ["ignore", "pipe", "pipe"],
	});
	let output = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding("utf8").on("data", (text: string) => {
			output += text;
			options.onOutput?.(text);
		});
	}
	const closed = new Promise((resolve) => child.once("close", resolve));
	const release = await holdChild(shutdown, child, GRACE_MS);
	const { code, signal } = await exitOf(child);
	await closed;
	release();
	return { code: code ?? 1, signal, output };
}

/** {@link runChild} for a step that the rest depends on. */
export async function requireChild(shutdown: Shutdown, options: ChildOptions): Promise<string> {
	const { code, output } = await runChild(shutdown, options);
	if (code === 0) return output;
	throw new Refusal(`${options.name} failed:\n${output.trim().split("\n").slice(-TAIL_LINES).join("\n")}`);
}

export function holdChild(shutdown: Shutdown, child: ChildProcess, graceMs: number): Promise<() => void> {
	return shutdown.hold(
		() => endChild(child, "SIGTERM", graceMs),
		() => signalGroup(child, "SIGKILL"),
	);
}
