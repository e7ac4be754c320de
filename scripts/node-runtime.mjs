import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { InstallError } from "./install.mjs";

/** The first that runs TypeScript files and everything else here as it is. */
const NEEDED = [24, 15];

/**
 * The Node 24 that npm brought, or the running one if it is new enough.
 * @param {string} root
 */
export function findNode(root) {
	const platform = process.platform === "win32" ? "win" : process.platform;
	const program = process.platform === "win32" ? "node.exe" : "node";
	const brought = [`node-${platform}-${process.arch}`, `node-bin-${platform}-${process.arch}`]
		.map((name) => join(root, "node_modules", name, "bin", program))
		.find((file) => existsSync(file) && isRunnable(file));
	if (brought) return brought;
	if (isNewEnough()) return process.execPath;
	throw new InstallError(
		`npm has no Node 24 for ${process.platform}-${process.arch}, and this is Node ${process.versions.node}. ` +
			`Install Node ${NEEDED.join(".")} or later from https://nodejs.org and run the same command again.`,
	);
}

function isNewEnough() {
	const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
	return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
}

/** The packages are built for glibc; on another C library they are there and do not start. */
function isRunnable(/** @type {string} */ file) {
	if (process.platform !== "linux" || existsSync("/lib64/ld-linux-x86-64.so.2")) return true;
	return spawnSync(file, ["--version"], { stdio: "ignore" }).status === 0;
}
