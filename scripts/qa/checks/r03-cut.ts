import { setTimeout as delay } from "node:timers/promises";
import { endChangeChannel, makeScene } from "../adapter.ts";
import { bound, expect, figure } from "../figures.ts";
import type { QaCheck } from "../qa-check.ts";
import { expectPromises, lastValidAfter, revokeWhileWatched, type Trial } from "../revocation.ts";
import { seedKeys } from "../seed-keys.ts";

const COUNTS = { short: { cuts: 3, perCut: 20 }, long: { cuts: 25, perCut: 20 } };
const DEAD_WITHIN_MS = 1_000;

export const cut: QaCheck = {
	id: "R3",
	title: "an instance whose change channel is cut goes on, and believes nothing old",
	async run(rig, form, found) {
		const [first, victim, third] = rig.instances;
		const { cuts, perCut } = COUNTS[form];
		const { agencyId } = await makeScene(rig);
		const trials: Trial[] = [];
		let ended = 0;
		for (let round = 0; round < cuts; round++) {
			const keys = await seedKeys(rig, agencyId, perCut);
			const cutting = delay(30).then(() => endChangeChannel(rig, victim));
			for (const key of keys) {
				const trial = { rig, key, perSecond: 200, watchMs: 8, deadWithinMs: 3_000 };
				trials.push(await revokeWhileWatched(trial));
			}
			ended += await cutting;
		}
		figure(found, "cuts", ended);
		expect(found, ended === cuts, `only ${ended} of ${cuts} channels were there to be cut`);
		const lags = (instances: readonly object[]) =>
			trials.flatMap((trial) =>
				[...trial.answers]
					.filter(([instance]) => instances.includes(instance))
					.map(([, answers]) => lastValidAfter(answers, trial.ackAt)),
			);
		bound(found, "victim", lags([victim]), { max: DEAD_WITHIN_MS });
		bound(found, "others", lags([first, third]), { p99: 50, max: 250 });
		expectPromises(found, trials);
	},
};
