import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { commandLine, isAlive, Refusal, untilGone } from "../processes.ts";

/**
 * Ends a Postgres that outlived the process which started it. The pid in `postmaster.pid` alone proves nothing,
 * since after a crash the system may have given it to somebody else.
 */
export async function stopLeftover(clusterDir: string): Promise<void> {
	const pidFile = join(clusterDir, "postmaster.pid");
	if (!existsSync(pidFile)) return;
	const pid = Number(readFileSync(pidFile, "utf8").split("\n", 1)[0]);
	if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return;

	if (!isPostmasterOf(pid, clusterDir)) {
		rmSync(pidFile);
		return;
	}
	for (const signal of ["SIGINT", "SIGQUIT"] as const) {
		if (isPostmasterOf(pid, clusterDir)) process.kill(pid, signal);
		if (await untilGone(pid, 10_000)) return;
	}
	throw new Refusal(
		`A PostgreSQL of an earlier start (process ${pid}) does not stop. End it and start again.`,
	);
}

function isPostmasterOf(pid: number, clusterDir: string): boolean {
	const command = commandLine(pid);
	return command.includes("postgres") && command.includes(`-D ${clusterDir} `);
}
