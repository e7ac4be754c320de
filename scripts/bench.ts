import { chooseGenerator } from "./bench/load.ts";
import { busyLine, describeMachine, loadNow, type Machine, machineLine } from "./bench/machine.ts";
import { measureAll } from "./bench/measure-all.ts";
import { MEASURES, type Options, readOptions } from "./bench/options.ts";
import { asMarkdown, type Results } from "./bench/report/markdown.ts";
import { writeReport } from "./bench/report/page.ts";
import type { Run } from "./bench/run.ts";
import { makeKeyDatabase, openWorld } from "./bench/world.ts";
import type { Shutdown } from "./launch/shutdown.ts";
import { ensurePrismaClient } from "./prisma-client.ts";
import { runUntilStopped } from "./program.ts";
import { build, isBuilt } from "./web-build.ts";

const KEYS = 10_000;

/** Measures how fast keys are verified, beside other ways to do the same, and writes the figures down. */
await runUntilStopped(async (shutdown, args) => {
	const options = readOptions(args);
	const { run, machine } = await prepare(shutdown, options);
	const { quick, rounds, seconds } = options;
	const results: Results = {
		machine,
		generator: run.generator.name,
		options: { quick, rounds, seconds },
		...(await measureAll(run, machine)),
		skipped: run.skipped,
	};
	console.log(`\n${asMarkdown(results)}\n`);
	const files = await writeReport(shutdown, results, options.only.size === MEASURES.length);
	console.log(`Written to ${files.join(" and ")}.`);
	return 0;
});

async function prepare(shutdown: Shutdown, options: Options): Promise<{ run: Run; machine: Machine }> {
	const since = performance.now();
	const loadBefore = loadNow();
	const say = (text: string) =>
		console.log(`${((performance.now() - since) / 1_000).toFixed(0).padStart(5)} s  ${text}`);
	const generator = chooseGenerator();
	await ensurePrismaClient();
	if (!isBuilt()) {
		say("building the pages");
		await build(shutdown);
	}
	const world = await openWorld(shutdown);
	const machine = await describeMachine(world.admin, loadBefore);
	console.log(machineLine(machine, generator.name));
	if (busyLine(machine)) console.log(busyLine(machine));
	const database = await makeKeyDatabase(world, "bench", KEYS);
	say(`${KEYS.toLocaleString("en")} keys filled`);
	return { run: { world, options, generator, database, skipped: [], say }, machine };
}
