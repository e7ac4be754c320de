import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createProgress } from "./progress.mjs";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
const STALLED_MS = 300_000;
/** So many failures, and nothing that came: it is not one package. */
const UNREACHABLE_AFTER = 12;

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
	const args = ["install", "--no-save", "--no-audit", "--no-fund", "--no-progress", "--loglevel=http"];
	args.push("--fetch-retries=3", "--fetch-retry-factor=2", "--fetch-retry-mintimeout=500");
	args.push("--include=dev", "--include=optional", "--engine-strict=false");
	const child = spawnNpm(args, root);
	const watch = watchNpm(() => child.kill());
	child.stderr.on("data", watch.hear);

	const stop = (/** @type {NodeJS.Signals} */ signal) => {
		child.kill(signal);
		process.exit(130);
	};
	for (const signal of SIGNALS) process.once(signal, stop);
	return new Promise((resolve, reject) => {
		child.on("error", () =>
			reject(new InstallError("npm was not found. It comes with Node: https://nodejs.org")),
		);
		child.on("close", (code) => {
			for (const signal of SIGNALS) process.off(signal, stop);
			const reason = watch.end(code ?? 1, root);
			if (reason) reject(new InstallError(`Packages cannot be installed: ${reason}`));
			else resolve();
		});
	});
}

/** @param {string[]} args @param {string} cwd */
function spawnNpm(args, cwd) {
	const cli = process.env.npm_execpath ?? "";
	const isNpm = /npm-cli\.[cm]?js$/.test(cli);
	return isNpm
		? spawn(process.execPath, [cli, ...args], { cwd, stdio: ["ignore", "ignore", "pipe"] })
		: spawn("npm", args, { cwd, stdio: ["ignore", "ignore", "pipe"], shell: process.platform === "win32" });
}

/**
 * npm can wait for ever once its registry has gone, and calls an install on a full disk a success, so what it says
 * on the way counts as much as its exit code.
 * @param {() => void} giveUp
 */
function watchNpm(giveUp) {
	let said = "";
	let stalled = false;
	const stall = () => {
		stalled = true;
		giveUp();
	};
	let timer = setTimeout(stall, STALLED_MS);
	return {
		hear(/** @type {Buffer} */ chunk) {
			said += chunk;
			clearTimeout(timer);
			timer = setTimeout(stall, STALLED_MS);
			const failures = said.match(/ failed with E[A-Z]/g)?.length ?? 0;
			if (failures > UNREACHABLE_AFTER && !/ fetch GET [23]\d\d /.test(said)) giveUp();
		},
		/** @param {number} code @param {string} root */
		end(code, root) {
			clearTimeout(timer);
			if (code === 0 && !said.includes("TAR_ENTRY_ERROR")) return undefined;
			return stalled
				? "npm has said nothing for five minutes. Check the network and try again."
				: explain(said, root);
		},
	};
}

/** @param {string} said what npm wrote @param {string} root */
function explain(said, root) {
	const code = /npm error code (\S+)/.exec(said)?.[1] ?? "";
	if (/ENOSPC|no space left/i.test(said)) return "the disk is full. Latchkey needs about 2 GB.";
	if (["EACCES", "EPERM", "EROFS"].includes(code)) {
		return `this user may not write to ${/npm error path (.+)/.exec(said)?.[1] ?? root}.`;
	}
	const network = / failed with (E[A-Z_]+)/.exec(said)?.[1];
	if (network) {
		return (
			`npm does not reach its registry (${network}). ` +
			'Check the network, and "npm config get registry" and "npm config get proxy".'
		);
	}
	const errors = said.split("\n").filter((line) => line.startsWith("npm error"));
	return `npm says:\n${errors.slice(0, 12).join("\n")}`;
}
