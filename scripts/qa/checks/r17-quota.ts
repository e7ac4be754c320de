import { makeScene, type Scene, verify } from "../adapter.ts";
import type { Answer } from "../answers.ts";
import { bound, expect, figure } from "../figures.ts";
import type { QaCheck } from "../qa-check.ts";
import type { Rig } from "../rig.ts";
import { keyAt, type QaKey, type SeedOptions, seedKeys } from "../seed-keys.ts";
import { inLanes } from "../watch.ts";

const CREDITS = 1_000;
const CALLS = 10_000;
const WINDOW = { max: 100, seconds: 60 };
const WINDOW_CALLS = 1_500;
/** The few that processes may let in together beyond a window, or leave unused. */
const WINDOW_OVER = 2;
const WINDOW_UNDER = 5;
const LANES = 192;

export const quota: QaCheck = {
	id: "R17",
	title: "credits and windows hold over all instances together",
	async run(rig, _form, found) {
		const credits = await hammer(rig, CALLS, { credits: CREDITS });
		figure(found, `of ${CREDITS} credits`, `${credits.admitted} spent`);
		expect(
			found,
			credits.admitted === CREDITS,
			`${credits.admitted} calls were let in on ${CREDITS} credits`,
		);
		expectOnly(credits.answers, "USAGE_EXCEEDED");

		const window = await hammer(rig, WINDOW_CALLS, { rateLimit: WINDOW });
		figure(found, `of ${WINDOW.max} in ${WINDOW.seconds} s`, `${window.admitted} used`);
		const most = WINDOW.max + WINDOW_OVER;
		expect(
			found,
			window.admitted <= most,
			`${window.admitted} calls were let into a window of ${WINDOW.max}`,
		);
		const least = WINDOW.max - WINDOW_UNDER;
		expect(found, window.admitted >= least, `only ${window.admitted} calls used a window of ${WINDOW.max}`);
		expectOnly(window.answers, "RATE_LIMITED");

		const took = [...credits.answers, ...window.answers].map((each) => each.answeredAt - each.sentAt);
		bound(found, "answers in", took, {});

		function expectOnly(answers: readonly Answer[], refusal: string) {
			const strange = answers.filter(({ code }) => code !== "VALID" && code !== refusal);
			expect(found, strange.length === 0, `${strange.length} answers were ${strange[0]?.code}`);
		}
	},
};

/** Sends all calls for one new key to all instances, as many at once as the machine bears. */
async function hammer(rig: Rig, calls: number, options: SeedOptions) {
	const scene: Scene = await makeScene(rig);
	const key: QaKey = keyAt(await seedKeys(rig, scene.agencyId, 1, () => options), 0);
	const answers: Answer[] = [];
	await inLanes(Array.from({ length: calls }), LANES, async (_, index) => {
		const instance = rig.instances[index % rig.instances.length] ?? rig.instances[0];
		answers.push(await verify(instance, key, { by: scene, cost: 1 }));
	});
	return { answers, admitted: answers.filter(({ state }) => state === "VALID").length };
}
