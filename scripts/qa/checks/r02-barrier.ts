import { makeScene, revoke, verify } from "../adapter.ts";
import type { Answer } from "../answers.ts";
import { expectAnswers } from "../budget.ts";
import { bound, expect, figure } from "../figures.ts";
import { every, pace } from "../pace.ts";
import type { QaCheck } from "../qa-check.ts";
import { warm } from "../revocation.ts";
import { seedKeys } from "../seed-keys.ts";
import { inLanes } from "../watch.ts";

const ROUNDS = { short: { count: 500, least: 150, ms: 6_000 }, long: every(10_000) };
/** Changes of one agency come one after the other, for their audit events do: each lane has an agency of its own. */
const LANES = 4;
const PROPAGATED_SHARE = 0.999;

export const barrier: QaCheck = {
	id: "R2",
	title: "a revocation that says it has propagated is known to every instance",
	async run(rig, form, found) {
		const isEnough = pace(ROUNDS[form]);
		const took: number[] = [];
		let propagated = 0;
		const after: Answer[] = [];
		const lanes = Array.from({ length: LANES }, () => makeScene(rig));
		await inLanes(await Promise.all(lanes), LANES, async ({ agencyId }) => {
			for (const key of await seedKeys(rig, agencyId, ROUNDS[form].count / LANES)) {
				if (isEnough(took.length)) break;
				await warm(rig.instances, [key]);
				const since = performance.now();
				const ack = await revoke(rig, key);
				took.push(ack.ackAt - since);
				const answers = await Promise.all(rig.instances.map((instance) => verify(instance, key)));
				if (!ack.propagated) continue;
				propagated++;
				after.push(...answers);
			}
		});
		bound(found, "revoke", took, {});
		figure(found, "propagated", `${propagated} of ${took.length}`);
		expectAnswers(found, after, ["REVOKED"]);
		const share = propagated / took.length;
		expect(found, share >= PROPAGATED_SHARE, `only ${(share * 100).toFixed(2)} % propagated within 250 ms`);
	},
};
