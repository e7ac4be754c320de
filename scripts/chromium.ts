import { spawnSync } from "node:child_process";
import {
	accessSync,
	constants,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	renameSync,
	rmSync,
} from "node:fs";
import { delimiter, join } from "node:path";
import { Refusal } from "./processes.ts";

const ROOT = join(import.meta.dirname, "..");
const PACKAGE_DIR = join(ROOT, "node_modules/@sparticuz/chromium");
const SYSTEM_NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

export type Chromium = { executablePath: string; env: Record<string, string> };

/**
 * The Chromium that npm brought, with the libraries that came along where the system lacks them; otherwise one of
 * the system's or of Playwright's.
 */
export async function findChromium(): Promise<Chromium> {
	const missing: string[] = [];
	if (process.platform === "linux" && process.arch === "x64" && existsSync(PACKAGE_DIR)) {
		const dir = await unpack();
		const executablePath = join(dir, "chromium");
		const attempts: Record<string, string>[] = [{}, { LD_LIBRARY_PATH: join(dir, "al2023/lib") }];
		for (const env of attempts) {
			missing.splice(0, missing.length, ...missingLibraries(executablePath, env));
			if (missing.length === 0) return { executablePath, env: { ...env, ...fontEnv(dir) } };
		}
	}
	const executablePath = findOnSystem() ?? (await findOfPlaywright());
	if (executablePath) return { executablePath, env: {} };
	const reason = missing.length > 0 ? ` The one from npm lacks ${missing.join(", ")} of this system.` : "";
	throw new Refusal(
		`There is no Chromium for the browser journeys.${reason} ` +
			"Install one: npx playwright install --with-deps chromium, or your system's chromium package.",
	);
}

/**
 * The package unpacks into the folder for temporary files and takes whatever it finds there, so it gets a folder for
 * its version, which appears only when it is complete.
 */
async function unpack(): Promise<string> {
	const { version } = JSON.parse(readFileSync(join(PACKAGE_DIR, "package.json"), "utf8")) as {
		version: string;
	};
	const cache = join(ROOT, ".cache");
	const dir = join(cache, `chromium-${version}`);
	if (existsSync(dir)) return dir;

	mkdirSync(cache, { recursive: true });
	const draft = mkdtempSync(`${dir}-`);
	const before = process.env.TMPDIR;
	process.env.TMPDIR = draft;
	try {
		const { default: chromium, inflate } = await import("@sparticuz/chromium");
		await Promise.all([chromium.executablePath(), inflate(join(PACKAGE_DIR, "bin/al2023.tar.br"))]);
		if (!existsSync(dir)) renameSync(draft, dir);
		return dir;
	} finally {
		if (before === undefined) delete process.env.TMPDIR;
		else process.env.TMPDIR = before;
		rmSync(draft, { recursive: true, force: true });
	}
}

/** What `ldd` would say; not every system has it. */
function missingLibraries(program: string, env: Record<string, string>): string[] {
	const traced = { ...process.env, ...env, LD_TRACE_LOADED_OBJECTS: "1" };
	const { stdout, stderr } = spawnSync(program, { env: traced, encoding: "utf8" });
	return [...`${stdout}${stderr}`.matchAll(/^\s*(\S+) => not found/gm)].map(([, name = ""]) => name);
}

/** Without any font configuration Chromium draws no text. */
const fontEnv = (dir: string): Record<string, string> =>
	existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_PATH: join(dir, "fonts") };

function findOnSystem(): string | undefined {
	const folders = (process.env.PATH ?? "").split(delimiter);
	return SYSTEM_NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

async function findOfPlaywright(): Promise<string | undefined> {
	const { chromium } = await import("playwright");
	const path = chromium.executablePath();
	return isExecutable(path) ? path : undefined;
}

function isExecutable(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
