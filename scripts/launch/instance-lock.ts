import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { birthOf, hasCode, Refusal } from "../processes.ts";

/**
 * One launcher for one data folder. The lock names the process and its birth, so a lock that was left by a killed
 * launcher is known for what it is, also when its pid has been given to somebody else.
 */
export function lockDataDir(dataDir: string): { unlock: () => void; wasLeft: boolean } {
	const lock = lockOf(dataDir);
	const mine = `${process.pid}\n${birthOf(process.pid)}\n`;
	const draft = `${lock}.${process.pid}`;
	writeFileSync(draft, mine, { mode: 0o600 });
	let wasLeft = false;
	try {
		while (!tryLink(draft, lock)) {
			const theirs = readLock(lock);
			const pid = holderOf(theirs);
			if (pid !== undefined) {
				throw new Refusal(
					`Latchkey already runs with the data in ${dataDir} (process ${pid}). ` +
						"Stop that one first, or give this one a folder of its own: DATA_DIR=other npm start",
				);
			}
			wasLeft = true;
			if (readLock(lock) === theirs) rmSync(lock, { force: true });
		}
	} finally {
		rmSync(draft, { force: true });
	}
	const unlock = () => {
		if (readLock(lock) === mine) rmSync(lock, { force: true });
	};
	return { unlock, wasLeft };
}

/** The process that runs with this data folder, if there is one. */
export const runningLauncher = (dataDir: string) => holderOf(readLock(lockOf(dataDir)));

const lockOf = (dataDir: string) => join(dataDir, "launcher.lock");

function holderOf(lock: string): number | undefined {
	const [pid = "", birth = ""] = lock.split("\n");
	return birth !== "" && birthOf(Number(pid)) === birth ? Number(pid) : undefined;
}

/** A link appears whole or not at all, and never replaces another. */
function tryLink(draft: string, lock: string): boolean {
	try {
		linkSync(draft, lock);
		return true;
	} catch (error) {
		if (hasCode(error, "EEXIST")) return false;
		throw error;
	}
}

function readLock(lock: string): string {
	try {
		return readFileSync(lock, "utf8");
	} catch (error) {
		if (hasCode(error, "ENOENT")) return "";
		throw error;
	}
}
