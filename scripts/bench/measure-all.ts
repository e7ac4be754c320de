import { Refusal } from "../processes.ts";
import type { Machine } from "./machine.ts";
import { measureCacheMemory } from "./measures/cache-memory.ts";
import { measureColdHits } from "./measures/cold-hits.ts";
import { measureConsole } from "./measures/console.ts";
import { runContest } from "./measures/contest.ts";
import { measureEngineTimes } from "./measures/engine-times.ts";
import { judgeContest } from "./measures/judge-contest.ts";
import { measureJunkKeys } from "./measures/junk-keys.ts";
import { measureManyKeys } from "./measures/many-keys.ts";
import { measureMeteringLosses } from "./measures/metering-losses.ts";
import { measureRevocation } from "./measures/revocation.ts";
import { measureTwoProcesses } from "./measures/two-processes.ts";
import { measureUnknownKeys } from "./measures/unknown-keys.ts";
import type { Measure } from "./options.ts";
import { takeProfiles } from "./profile/take.ts";
import type { Results } from "./report/markdown.ts";
import type { Finding, Run } from "./run.ts";

/** Makes the measurements that were asked for, one after the other. */
export async function measureAll(
	run: Run,
	machine: Machine,
): Promise<Pick<Results, "rows" | "findings" | "profiles">> {
	const { only } = run.options;
	const isContest = (["P1", "P2", "P3", "P4"] as const).some((measure) => only.has(measure));
	const rows = isContest ? await runContest(run) : [];
	const findings = judgeContest(rows, only);
	const steps: [Measure, () => Promise<Finding[]>][] = [
		["P4", () => measureJunkKeys(run)],
		["P5", () => measureUnknownKeys(run)],
		["P6", () => measureEngineTimes(run)],
		["P7", () => measureTwoProcesses(run, machine)],
		["P8", () => measureManyKeys(run)],
		["P9", () => measureCacheMemory(run)],
		["P9b", () => measureColdHits(run)],
		["P10", () => measureRevocation(run)],
		["P11", () => measureConsole(run)],
		["P15", () => measureMeteringLosses(run)],
	];
	for (const [measure, work] of steps) {
		if (!only.has(measure)) continue;
		run.say(`${measure} …`);
		try {
			findings.push(...(await work()));
		} catch (error) {
			if (!(error instanceof Refusal) || run.world.shutdown.isOrdered) throw error;
			run.say(`given up: ${measure}: ${error.message}`);
			run.skipped.push({ title: measure, reason: error.message });
		}
	}
	const profiles = only.has("profile") ? await takeProfiles(run) : [];
	return { rows, findings, profiles };
}
