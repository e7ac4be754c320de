import type { ChildProcess } from "node:child_process";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";

/** A failure that its message explains to the reader in full. It is printed without a stack. */
export class Refusal extends Error {}

export const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** True for an error of the operating system or of Postgres with one of these codes. */
export function hasCode(error: unknown, ...codes: string[]): error is Error & { code: string } {
	const code = (error as { code?: unknown } | null)?.code;
	return typeof code === "string" && codes.includes(code);
}

export function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return hasCode(error, "EPERM");
	}
}

/**
 * A text that no later process with the same pid shares, or undefined when nobody has the pid. A pid alone is
 * not a name: the system gives it out again.
 */
export function birthOf(pid: number): string | undefined {
	if (!isAlive(pid)) return undefined;
	if (process.platform !== "linux") return ps(pid, "lstart");
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
		const [state, ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
		const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
		return state === "Z" ? undefined : `${boot} ${fields[18]}`;
	} catch {
		return undefined;
	}
}

/** What the process was started with; empty when it is gone or not ours to read. */
export function commandLine(pid: number): string {
	if (process.platform !== "linux") return ps(pid, "command") ?? "";
	try {
		return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").join(" ").trim();
	} catch {
		return "";
	}
}

function ps(pid: number, column: string): string | undefined {
	try {
		return execFileSync("ps", ["-ww", "-o", `${column}=`, "-p", String(pid)], { encoding: "utf8" }).trim();
	} catch {
		return undefined;
	}
}

export async function untilGone(pid: number, timeoutMs: number): Promise<boolean> {
	const birth = birthOf(pid);
	for (let waited = 0; waited < timeoutMs; waited += 20) {
		if (birth === undefined || birthOf(pid) !== birth) return true;
		await delay(20);
	}
	return birthOf(pid) !== birth;
}

export type Exit = { code: number | null; signal: NodeJS.Signals | null };

export function exitOf(child: ChildProcess): Promise<Exit> {
	if (child.exitCode !== null || child.signalCode !== null) {
		return Promise.resolve({ code: child.exitCode, signal: child.signalCode });
	}
	return new Promise((resolve, reject) => {
		child.once("error", reject);
		child.once("exit", (code, signal) => resolve({ code, signal }));
	});
}

/** Signals the child's whole process group; the child must have been spawned with `detached: true`. */
export function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
	if (child.pid === undefined) return;
	try {
		process.kill(process.platform === "win32" ? child.pid : -child.pid, signal);
	} catch (error) {
		if (!hasCode(error, "ESRCH")) throw error;
	}
}

/** Asks the child to end, and ends its whole group by force when the grace is over. */
export async function endChild(child: ChildProcess, signal: NodeJS.Signals, graceMs: number): Promise<void> {
	if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
	const exit = exitOf(child);
	child.kill(signal);
	const ended = await Promise.race([exit.then(() => true), delay(graceMs, false, { ref: false })]);
	signalGroup(child, "SIGKILL");
	if (!ended) await exit;
}
