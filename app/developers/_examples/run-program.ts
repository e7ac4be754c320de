import { type ChildProcess, execFile, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Language } from "#components/samples/example.ts";

const ROOT = join(import.meta.dirname, "../../..");
const TIME_MS = 15_000;

const INTERPRETERS: Record<Language, { command: string; file: string }> = {
	curl: { command: "bash", file: "program.sh" },
	javascript: { command: process.execPath, file: "program.mjs" },
	python: { command: "python3", file: "program.py" },
	php: { command: "php", file: "program.php" },
};

/** What succeeds where programs in the language can run; PHP's call by its curl extension. */
const PROOFS: Record<Language, readonly [command: string, ...args: string[]]> = {
	curl: ["curl", "--version"],
	javascript: [process.execPath, "--version"],
	python: ["python3", "--version"],
	php: ["php", "-r", "exit(extension_loaded('curl') ? 0 : 1);"],
};

export function isInstalled(language: Language) {
	const [command, ...args] = PROOFS[language];
	return spawnSync(command, args).status === 0;
}

export type Run = { language: Language; program: string; env: Record<string, string> };

export type Bench = {
	/** What the program prints; throws when it ends badly. */
	run: (run: Run) => Promise<string>;
	/** Starts a program that goes on. */
	start: (run: Run) => ChildProcess;
	close: () => void;
};

/** A folder in which programs find what they import, our client as it is built for others among it. */
export async function openBench(): Promise<Bench> {
	mkdirSync(join(ROOT, ".cache"), { recursive: true });
	const folder = mkdtempSync(join(ROOT, ".cache/examples-"));
	// Where a reader would see a refusal, the test is to see a failure.
	writeFileSync(join(folder, ".curlrc"), "silent\nshow-error\nfail-with-body\n");
	await buildClient(join(folder, "node_modules/latchkey-client"));

	const prepare = ({ language, program, env }: Run) => {
		const { command, file } = INTERPRETERS[language];
		const path = join(mkdtempSync(join(folder, "run-")), file);
		writeFileSync(path, program);
		const surroundings = { NODE_ENV: "test" as const, PATH: process.env.PATH, CURL_HOME: folder };
		return { command, path, env: { ...surroundings, ...env } };
	};
	return {
		async run(run) {
			const { command, path, env } = prepare(run);
			return (await promisify(execFile)(command, [path], { env, timeout: TIME_MS })).stdout;
		},
		start(run) {
			const { command, path, env } = prepare(run);
			return spawn(command, [path], { env, stdio: "ignore" });
		},
		close: () => rmSync(folder, { recursive: true, force: true }),
	};
}

async function buildClient(folder: string) {
	mkdirSync(folder, { recursive: true });
	const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
	const args = [tsc, "-p", join(ROOT, "sdk"), "--outDir", join(folder, "dist")];
	await promisify(execFile)(process.execPath, args);
	const { default: manifest } = await import("../../../sdk/package.json", { with: { type: "json" } });
	writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
}
