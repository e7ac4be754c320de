import { chooseGenerator } from "./bench/load.ts";
import { describeMachine, machineLine } from "./bench/machine.ts";
import { runContest } from "./bench/measures/contest.ts";
import { judgeContest } from "./bench/measures/judge-contest.ts";
import { readOptions } from "./bench/options.ts";
import type { Run } from "./bench/run.ts";
import { makeKeyDatabase, openWorld } from "./bench/world.ts";
import type { Shutdown } from "./launch/shutdown.ts";
import { ensurePrismaClient } from "./prisma-client.ts";
import { runUntilStopped } from "./program.ts";
import { build, isBuilt } from "./web-build.ts";

const KEYS = 10_000;

await runUntilStopped(async (shutdown, args) => {
	const run = await prepare(shutdown, args);
	const contest = await runContest(run);
	console.log(JSON.stringify(contest, null, 1));
	console.table(judgeContest(contest.rows, run.options.only));
	return 0;
});

async function prepare(shutdown: Shutdown, args: string[]): Promise<Run> {
	const options = readOptions(args);
	const say = (text: string) => console.log(text);
	const generator = chooseGenerator();
	await ensurePrismaClient();
	if (!isBuilt()) {
		say("building the pages");
		await build(shutdown);
	}
	const world = await openWorld(shutdown);
	say(machineLine(await describeMachine(world.admin), generator.name));
	const database = await makeKeyDatabase(world, "bench", KEYS);
	say(`${KEYS.toLocaleString("en")} keys filled`);
	return { world, options, generator, database, say };
}
