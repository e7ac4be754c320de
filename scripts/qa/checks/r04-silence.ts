import { setTimeout as delay } from "node:timers/promises";
import { CHANGES, makeScene, readiness } from "../adapter.ts";
import { expectForgotten, knowKeys, revokeAsleep } from "../asleep.ts";
import { bound, expect, figure } from "../figures.ts";
import type { QaCheck } from "../qa-check.ts";
import { expectPromises, lagsOn, revokeWhileWatched, type Trial } from "../revocation.ts";
import { seedKeys } from "../seed-keys.ts";
import { until } from "../watch.ts";

const ROUNDS = { short: 1, long: 10 };
/** Revocations are begun for so long after the silence began: before it is noticed, and after. */
const REVOKE_FOR_MS = 2_400;
const REVOKE_EVERY_MS = 150;
const DEAD_WITHIN_MS = 2_500;
const DEGRADED_WITHIN_MS = 2_000;
const HEALED_WITHIN_MS = 2_000;

export const silence: QaCheck = {
	id: "R4",
	title: "an instance whose change channel falls silent notices, says so, and heals by itself",
	async run(rig, form, found) {
		const [first, victim, third] = rig.instances;
		const trials: Trial[] = [];
		const noticed: number[] = [];
		const healed: number[] = [];
		for (let round = 0; round < ROUNDS[form]; round++) {
			const scene = await makeScene(rig);
			const asleep = await knowKeys(rig, victim, scene);
			const keys = await seedKeys(rig, scene.agencyId, Math.ceil(REVOKE_FOR_MS / REVOKE_EVERY_MS));
			victim.proxy.set({ kind: "blackhole" }, [CHANGES]);
			const degraded = until(async () => (await readiness(victim)) === "degraded", 5_000);
			const running = keys.map(async (key, index) => {
				await delay(index * REVOKE_EVERY_MS);
				return revokeWhileWatched({ rig, key, perSecond: 50, watchMs: 20, deadWithinMs: 5_000 });
			});
			trials.push(...(await Promise.all(running)));
			noticed.push(await degraded);
			await revokeAsleep(rig, asleep);
			victim.proxy.set({ kind: "pass" });
			healed.push(await until(async () => (await readiness(victim)) === "ready", 10_000));
			await expectForgotten(victim, asleep, found);
		}
		bound(found, "victim", lagsOn(trials, [victim]), { max: DEAD_WITHIN_MS });
		bound(found, "others", lagsOn(trials, [first, third]), { max: 250 });
		bound(found, "degraded after", noticed, { max: DEGRADED_WITHIN_MS });
		bound(found, "ready after", healed, { max: HEALED_WITHIN_MS });
		const told = trials.filter(({ propagated }) => !propagated).length;
		figure(found, "laggards told", `${told} of ${trials.length}`);
		expect(found, told > 0, "no revocation told of the instance that could not hear of it");
		expectPromises(found, trials);
	},
};
