import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type ChildOptions, ROOT, runChild } from "../launch/child.ts";
import type { Shutdown } from "../launch/shutdown.ts";
import { ensurePrismaClient } from "../prisma-client.ts";
import {
	failed,
	type Outcome,
	passed,
	readPlaywrightReport,
	readQaReport,
	readVitestReport,
	sum,
} from "./report.ts";

const BIN = {
	biome: "node_modules/@biomejs/biome/bin/biome",
	next: "node_modules/next/dist/bin/next",
	tsc: "node_modules/typescript/bin/tsc",
	vitest: "node_modules/vitest/vitest.mjs",
	playwright: "node_modules/@playwright/test/cli.js",
};

const CACHE = join(ROOT, ".cache");

export type Variables = Record<string, string>;

/** Where a check's programs write: straight to the reader, or kept until it is known how the check went. */
export type Surroundings = { shutdown: Shutdown; onOutput: (text: string) => void; env?: Variables };

export type Check = { name: string; run: (around: Surroundings) => Promise<Outcome> };

export const format: Check = simple("format and lint", [BIN.biome, "check"]);
export const docLinks: Check = simple("links in the documents", ["scripts/doc-links.ts"]);
export const schema: Check = simple("schema and migrations agree", ["scripts/new-migration.ts", "--check"]);

export const types: Check = {
	name: "types",
	run: async (around) => {
		await ensurePrismaClient();
		const typegen = await start(around, [BIN.next, "typegen"]);
		if (typegen.code !== 0) return failed(types.name);
		const { code } = await start(around, [BIN.tsc, "--noEmit", "--incremental", "false"]);
		return code === 0 ? passed() : failed(types.name);
	},
};

export const rules: Check = vitest("rule tests", "rules");
export const postgres: Check = vitest("Postgres tests", "database");
/** Needs the build: the processes are those of the product. */
export const processes: Check = vitest("process tests", "processes");

const QA_REPORT = join(CACHE, "qa.json");

/** Three processes of the product behind proxies that fail: also needs the build, and a machine that does nothing else. */
export const reliability: Check = {
	name: "reliability checks",
	run: (around) =>
		reported(around, reliability.name, {
			args: ["scripts/qa.ts", "--json", QA_REPORT],
			report: QA_REPORT,
			read: readQaReport,
		}),
};

export const journeys: Check = {
	name: "browser journeys",
	run: (around) =>
		reported(around, journeys.name, {
			args: [BIN.playwright, "test"],
			report: join(CACHE, "journeys.json"),
			read: readPlaywrightReport,
		}),
};

function simple(name: string, args: string[]): Check {
	return {
		name,
		run: async (around) => ((await start(around, args)).code === 0 ? passed() : failed(name)),
	};
}

function vitest(name: string, project: string): Check {
	const report = join(CACHE, `vitest-${project}.json`);
	const output = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
	const args = [BIN.vitest, "run", "--project", project, ...output];
	return { name, run: (around) => reported(around, name, { args, report, read: readVitestReport }) };
}

type Reported = { args: string[]; report: string; read: (file: string) => Outcome | undefined };

/** A run that fails although none of its tests did has failed for another reason, which counts as well. */
async function reported(
	around: Surroundings,
	name: string,
	{ args, report, read }: Reported,
): Promise<Outcome> {
	mkdirSync(CACHE, { recursive: true });
	rmSync(report, { force: true });
	await ensurePrismaClient();
	const { code } = await start(around, args);
	const outcome = read(report) ?? sum([]);
	if (code === 0 || outcome.failed.length > 0) return outcome;
	return { ...outcome, failed: [`${name} (exit code ${code})`] };
}

function start({ shutdown, onOutput, env }: Surroundings, args: string[]) {
	const options: ChildOptions = { name: args[0] ?? "", args, onOutput, env: { ...coloured(), ...env } };
	return runChild(shutdown, options);
}

/** The programs write into a pipe of ours, and would leave their colours out. */
function coloured(): NodeJS.ProcessEnv {
	const wanted = process.stdout.isTTY && !process.env.NO_COLOR;
	return { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...(wanted && { FORCE_COLOR: "1" }) };
}
