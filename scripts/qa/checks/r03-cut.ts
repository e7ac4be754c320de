import { setTimeout as delay } from "node:timers/promises";
import { CHANGES, endChangeChannel, makeScene, readiness, type Scene } from "../adapter.ts";
import { expectForgotten, knowKeys, revokeAsleep } from "../asleep.ts";
import { bound, expect, type Findings, figure } from "../figures.ts";
import type { Instance } from "../instance.ts";
import type { QaCheck } from "../qa-check.ts";
import { expectPromises, lagsOn, revokeWhileWatched, type Trial } from "../revocation.ts";
import type { Rig } from "../rig.ts";
import { seedKeys } from "../seed-keys.ts";
import { until } from "../watch.ts";

const COUNTS = { short: { cuts: 3, perCut: 20 }, long: { cuts: 25, perCut: 20 } };
const DEAD_WITHIN_MS = 1_000;
const READY_WITHIN_MS = 5_000;

export const cut: QaCheck = {
	id: "R3",
	title: "an instance whose change channel is cut goes on, and believes nothing old",
	async run(rig, form, found) {
		const [first, victim, third] = rig.instances;
		const { cuts, perCut } = COUNTS[form];
		const scene = await makeScene(rig);
		const trials: Trial[] = [];
		let ended = 0;
		for (let round = 0; round < cuts; round++) {
			const keys = await seedKeys(rig, scene.agencyId, perCut);
			const cutting = delay(30).then(() => endChangeChannel(rig, victim));
			for (const key of keys) {
				const trial = { rig, key, perSecond: 200, watchMs: 8, deadWithinMs: 3_000 };
				trials.push(await revokeWhileWatched(trial));
			}
			ended += await cutting;
			await missSome(rig, victim, scene, found);
		}
		figure(found, "cuts", ended);
		expect(found, ended === cuts, `only ${ended} of ${cuts} channels were there to be cut`);
		bound(found, "victim", lagsOn(trials, [victim]), { max: DEAD_WITHIN_MS });
		bound(found, "others", lagsOn(trials, [first, third]), { p99: 50, max: 250 });
		expectPromises(found, trials);
	},
};

/** Keeps the channel away for a moment in which keys are revoked that nobody asks for. */
async function missSome(rig: Rig, victim: Instance, scene: Scene, found: Findings) {
	const asleep = await knowKeys(rig, victim, scene);
	victim.proxy.set({ kind: "rst" }, [CHANGES]);
	await revokeAsleep(rig, asleep);
	victim.proxy.set({ kind: "pass" });
	await until(async () => (await readiness(victim)) === "ready", READY_WITHIN_MS);
	await expectForgotten(victim, asleep, found);
}
