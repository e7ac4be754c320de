import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { ensurePrismaClient } from "./prisma-client.ts";
import { messageOf, Refusal } from "./processes.ts";
import { runUntilStopped } from "./program.ts";
import { build, isBuilt } from "./web-build.ts";

/**
 * The reliability checks. `npm run qa` runs them with small counts, `--long` with those of the promises; names such as
 * `R4 R6` run some alone; `--json file` keeps the figures.
 */
await runUntilStopped(async (shutdown, args) => {
	const { names, form, json } = readArguments(args);
	await ensurePrismaClient();
	// What it imports needs the generated client.
	const { isTried, runChecks } = await import("./qa/run-checks.ts");
	if (!isBuilt()) await build(shutdown, (text) => process.stdout.write(text));
	const results = await runChecks(shutdown, names, form);
	const tried = results.filter(isTried);
	const failed = tried.filter(({ failures }) => failures.length > 0).map(nameOf);
	const skipped = results.flatMap((result) => result.skipped.map((part) => `${nameOf(result)} (${part})`));
	const outcome = { passed: tried.length - failed.length, failed, skipped };
	if (json) writeFileSync(json, `${JSON.stringify({ form, ...outcome, results }, null, "\t")}\n`);
	console.log(`${outcome.passed} passed, ${failed.length} failed`);
	return failed.length === 0 ? 0 : 1;
});

function nameOf({ id, title }: { id: string; title: string }): string {
	return `${id} ${title}`;
}

function readArguments(args: string[]) {
	try {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: { long: { type: "boolean", default: false }, json: { type: "string" } },
		});
		const names = positionals.map((name) => name.toUpperCase());
		return { names, form: values.long ? ("long" as const) : ("short" as const), json: values.json };
	} catch (error) {
		throw new Refusal(`${messageOf(error)} Usage: npm run qa -- [R1 R2 …] [--long] [--json file]`);
	}
}
