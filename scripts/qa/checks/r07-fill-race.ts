import { randomInt } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { ENGINE, makeScene, revoke, revokeByHand, verify } from "../adapter.ts";
import type { Answer } from "../answers.ts";
import { expectAnswers, expectCodes } from "../budget.ts";
import { expect, type Findings, figure, tally } from "../figures.ts";
import { every, pace } from "../pace.ts";
import type { QaCheck } from "../qa-check.ts";
import { instanceAt, type Rig } from "../rig.ts";
import { type QaKey, seedKeys } from "../seed-keys.ts";
import { inLanes } from "../watch.ts";

const ROUNDS = { short: { count: 2_000, least: 500, ms: 8_000 }, long: every(20_000) };
const BATCH = 250;
const LANES = 16;
/** So long a look-up's answer is under way, while the news of a change is not: the race that a fill must lose. */
const LOOK_UP_MS = 8;
/** One in so many is revoked by the service, whose acknowledgement can be held against the next answer. */
const SERVICE_EVERY = 20;
const SETTLED_MS = 300;

export const fillRace: QaCheck = {
	id: "R7",
	title: "a look-up that races a revocation never brings the key back",
	async run(rig, form, found) {
		const isEnough = pace(ROUNDS[form]);
		const raced: Answer[] = [];
		const later: Answer[] = [];
		for (let done = 0; !isEnough(done); done += BATCH) {
			// Every other batch races without help, as fast as the machine can.
			const slow = (done / BATCH) % 2 === 0;
			for (const { proxy } of rig.instances) {
				proxy.set(slow ? { kind: "delay", ms: LOOK_UP_MS } : { kind: "pass" }, [ENGINE]);
			}
			const keys = await raceBatch(rig, slow, raced, found);
			await delay(SETTLED_MS);
			await inLanes(keys, LANES, async (key, index) => {
				later.push(await verify(instanceAt(rig, index), key));
			});
		}
		figure(found, "raced", raced.length);
		figure(found, "during the race", tally(raced));
		figure(found, "afterwards", tally(later));
		for (const first of ["VALID", "REVOKED"]) {
			expect(
				found,
				raced.some(({ code }) => code === first),
				`nothing raced: no answer was ${first}`,
			);
		}
		const alive = later.filter(({ code }) => code === "VALID");
		expect(found, alive.length === 0, `${alive.length} keys came back to life`);
		// Look-ups that are made slow may be given up; afterwards nothing is in their way.
		expectCodes(found, raced, ["VALID", "REVOKED"]);
		expectAnswers(found, later, ["REVOKED"]);
	},
};

async function raceBatch(rig: Rig, slow: boolean, raced: Answer[], found: Findings): Promise<QaKey[]> {
	const { agencyId } = await makeScene(rig);
	const keys = await seedKeys(rig, agencyId, BATCH);
	let broken = 0;
	await inLanes(keys, LANES, async (key, index) => {
		const instance = instanceAt(rig, index);
		const first = verify(instance, key);
		if (slow) await delay(randomInt(LOOK_UP_MS * 2));
		if (index % SERVICE_EVERY === 0) {
			const { certainAt } = await revoke(rig, key);
			const second = await verify(instance, key);
			if (second.state === "VALID" && second.sentAt > certainAt) broken++;
		} else await revokeByHand(rig, key);
		raced.push(await first);
	});
	expect(found, broken === 0, `${broken} keys were good after their revocation had propagated`);
	return keys;
}
