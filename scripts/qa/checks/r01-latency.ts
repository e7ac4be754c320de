import { makeScene, verify } from "../adapter.ts";
import { expectAnswers } from "../budget.ts";
import { bound, figure } from "../figures.ts";
import type { QaCheck } from "../qa-check.ts";
import { expectPromises, lastValidAfter, revokeWhileWatched, type Trial, warm } from "../revocation.ts";
import type { Rig } from "../rig.ts";
import { keyAt, seedKeys } from "../seed-keys.ts";
import { watch } from "../watch.ts";

const COUNTS = { short: { idle: 120, loaded: 80 }, long: { idle: 2_000, loaded: 2_000 } };
const LOAD_PER_SECOND = 300;
const WARM_KEYS = 50;

export const latency: QaCheck = {
	id: "R1",
	title: "a revoked key is dead everywhere at once",
	async run(rig, form, found) {
		const idle = await revokeMany(rig, COUNTS[form].idle);
		bound(found, "idle", lags(idle), { p50: 0, p99: 15, max: 100 });
		const { trials, perSecond, answers } = await underLoad(rig, COUNTS[form].loaded);
		bound(found, "loaded", lags(trials), { p50: Number.POSITIVE_INFINITY, p99: 50, max: 250 });
		figure(found, "load", perSecond, "verifies/s");
		expectAnswers(found, answers, ["VALID"]);
		expectPromises(found, [...idle, ...trials]);
	},
};

/** How long a key still opened doors after its revocation was acknowledged: for each instance of each trial. */
const lags = (trials: readonly Trial[]) =>
	trials.flatMap((trial) => [...trial.answers.values()].map((each) => lastValidAfter(each, trial.ackAt)));

async function revokeMany(rig: Rig, count: number): Promise<Trial[]> {
	const { agencyId } = await makeScene(rig);
	const trials: Trial[] = [];
	for (const key of await seedKeys(rig, agencyId, count)) {
		trials.push(await revokeWhileWatched({ rig, key, perSecond: 300, watchMs: 8, deadWithinMs: 1_000 }));
	}
	return trials;
}

async function underLoad(rig: Rig, count: number) {
	const { agencyId } = await makeScene(rig);
	const keys = await seedKeys(rig, agencyId, WARM_KEYS);
	await warm(rig.instances, keys);
	const since = performance.now();
	const loads = rig.instances.map((instance) =>
		watch((index) => verify(instance, keyAt(keys, index)), LOAD_PER_SECOND),
	);
	const trials = await revokeMany(rig, count);
	const answers = (await Promise.all(loads.map((load) => load.stop()))).flat();
	const perSecond = (answers.length / (performance.now() - since)) * 1000;
	return { trials, perSecond, answers };
}
