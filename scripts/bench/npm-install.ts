import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { holdChild, ROOT } from "../launch/child.ts";
import type { Shutdown } from "../launch/shutdown.ts";
import { exitOf, Refusal, signalGroup } from "../processes.ts";
import { CACHE } from "./world.ts";

const LOG = join(CACHE, "npm-install.log");
const GRACE_MS = 2_000;
const INSTALL_MS_MAX = 300_000;

/** Installs what the folder's package.json names. Throws a {@link Refusal}; what npm said is kept. */
export async function npmInstall(shutdown: Shutdown, folder: string): Promise<void> {
	const args = [
		"install",
		"--no-audit",
		"--no-fund",
		"--no-progress",
		"--no-package-lock",
		"--fetch-retries=1",
	];
	const child = spawn("npm", args, {
		cwd: folder,
		detached: true,
		shell: process.platform === "win32",
		stdio: ["ignore", "pipe", "pipe"],
	});
	let output = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding("utf8").on("data", (text: string) => {
			output += text;
		});
	}
	const release = await holdChild(shutdown, child, GRACE_MS);
	const timer = setTimeout(() => signalGroup(child, "SIGKILL"), INSTALL_MS_MAX);
	try {
		const { code } = await exitOf(child);
		if (code === 0) return;
	} finally {
		clearTimeout(timer);
		release();
	}
	writeFileSync(LOG, output);
	const code = /npm error code (\S+)/.exec(output)?.[1] ?? "ended after five minutes";
	throw new Refusal(`npm install failed (${code}), see ${relative(ROOT, LOG)}`);
}
