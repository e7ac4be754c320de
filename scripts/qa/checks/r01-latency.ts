import { makeScene, verify } from "../adapter.ts";
import { expectAnswers } from "../budget.ts";
import { bound, figure } from "../figures.ts";
import { every, pace, type Rounds } from "../pace.ts";
import type { QaCheck } from "../qa-check.ts";
import { expectPromises, lagsOn, revokeWhileWatched, type Trial, warm } from "../revocation.ts";
import type { Rig } from "../rig.ts";
import { keyAt, seedKeys } from "../seed-keys.ts";
import { watch } from "../watch.ts";

const ROUNDS = {
	short: { idle: { count: 120, least: 40, ms: 5_000 }, loaded: { count: 80, least: 30, ms: 4_000 } },
	long: { idle: every(2_000), loaded: every(2_000) },
};
const LOAD_PER_SECOND = 300;
const WARM_KEYS = 50;

export const latency: QaCheck = {
	id: "R1",
	title: "a revoked key is dead everywhere at once",
	async run(rig, form, found) {
		const idle = await revokeMany(rig, ROUNDS[form].idle);
		bound(found, "idle", lagsOn(idle, rig.instances), { p50: 0, p99: 15, max: 100 });
		const { trials, perSecond, answers } = await underLoad(rig, ROUNDS[form].loaded);
		bound(found, "loaded", lagsOn(trials, rig.instances), { p99: 50, max: 250 });
		figure(found, "revoked", idle.length + trials.length);
		figure(found, "load", perSecond, "verifies/s");
		expectAnswers(found, answers, ["VALID"]);
		expectPromises(found, [...idle, ...trials]);
	},
};

async function revokeMany(rig: Rig, rounds: Rounds): Promise<Trial[]> {
	const { agencyId } = await makeScene(rig);
	const keys = await seedKeys(rig, agencyId, rounds.count);
	const trials: Trial[] = [];
	const isEnough = pace(rounds);
	for (const key of keys) {
		if (isEnough(trials.length)) break;
		trials.push(await revokeWhileWatched({ rig, key, perSecond: 300, watchMs: 8, deadWithinMs: 1_000 }));
	}
	return trials;
}

async function underLoad(rig: Rig, rounds: Rounds) {
	const { agencyId } = await makeScene(rig);
	const keys = await seedKeys(rig, agencyId, WARM_KEYS);
	await warm(rig.instances, keys);
	const since = performance.now();
	const loads = rig.instances.map((instance) =>
		watch((index) => verify(instance, keyAt(keys, index)), LOAD_PER_SECOND),
	);
	const trials = await revokeMany(rig, rounds);
	const answers = (await Promise.all(loads.map((load) => load.stop()))).flat();
	const perSecond = (answers.length / (performance.now() - since)) * 1000;
	return { trials, perSecond, answers };
}
