import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createProgress } from "./progress.mjs";

/** A failure that its message explains in full. */
export class InstallError extends Error {}

/**
 * Installs the packages of the lockfile unless exactly those are there.
 * @param {string} root
 */
export async function install(root) {
	const stamp = join(root, "node_modules", ".latchkey-lock");
	const wanted = `${process.platform}-${process.arch} ${hashOf(join(root, "package-lock.json"))}`;
	if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;

	requireWritable(root);
	const progress = createProgress();
	const done = progress.begin("installing packages (a minute the first time)");
	try {
		await npmInstall(root);
		mkdirSync(join(root, "node_modules"), { recursive: true });
		writeFileSync(stamp, wanted);
		done("packages installed");
	} finally {
		progress.end();
	}
}

const hashOf = (/** @type {string} */ file) => createHash("sha256").update(readFileSync(file)).digest("hex");

function requireWritable(/** @type {string} */ root) {
	const target = existsSync(join(root, "node_modules")) ? join(root, "node_modules") : root;
	try {
		accessSync(target, constants.W_OK);
	} catch {
		throw new InstallError(`Packages cannot be installed: this user may not write to ${target}.`);
	}
}

/**
 * `npm ci` refuses a lockfile made where the registry lacks packages for other platforms, so this is `npm install`,
 * which keeps to the same versions and with --no-save leaves the lockfile as it is.
 * @param {string} root
 * @returns {Promise<void>}
 */
function npmInstall(root) {
	const args = ["install", "--no-save", "--no-audit", "--no-fund", "--no-progress", "--loglevel=error"];
	args.push("--fetch-retries=2", "--fetch-retry-mintimeout=500", "--fetch-retry-maxtimeout=3000");
	args.push("--include=dev", "--include=optional", "--engine-strict=false");
	const cli = process.env.npm_execpath ?? "";
	const ofNpm = /npm-cli\.[cm]?js$/.test(cli);
	const child = ofNpm
		? spawn(process.execPath, [cli, ...args], { cwd: root, stdio: ["ignore", "ignore", "pipe"] })
		: spawn("npm", args, {
				cwd: root,
				stdio: ["ignore", "ignore", "pipe"],
				shell: process.platform === "win32",
			});
	let said = "";
	child.stderr.on("data", (chunk) => {
		said += chunk;
	});
	const stop = (/** @type {NodeJS.Signals} */ signal) => {
		child.kill(signal);
		process.exit(130);
	};
	for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, stop);
	return new Promise((resolve, reject) => {
		child.on("error", () =>
			reject(new InstallError("npm was not found. It comes with Node: https://nodejs.org")),
		);
		child.on("close", (code) => {
			for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.off(signal, stop);
			if (code === 0) resolve();
			else reject(new InstallError(explain(said, root)));
		});
	});
}

/** @param {string} said what npm wrote @param {string} root */
function explain(said, root) {
	const code = /npm error code (\S+)/.exec(said)?.[1] ?? /\b(E[A-Z]{4,}|ERR_[A-Z_]+)\b/.exec(said)?.[1] ?? "";
	if (code === "ENOSPC" || /no space left/i.test(said)) {
		return "Packages cannot be installed: the disk is full. Latchkey needs about 2 GB.";
	}
	if (["EACCES", "EPERM", "EROFS"].includes(code)) {
		const path = /npm error path (.+)/.exec(said)?.[1] ?? root;
		return `Packages cannot be installed: this user may not write to ${path}.`;
	}
	if (/^(ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET|E50[0-9])/.test(code)) {
		return (
			`Packages cannot be installed: npm does not reach its registry (${code}). ` +
			'Check the network, and "npm config get registry" and "npm config get proxy".'
		);
	}
	return `Packages cannot be installed. npm says:\n${said.trim().split("\n").slice(0, 12).join("\n")}`;
}
