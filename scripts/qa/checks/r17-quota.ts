import { makeScene, type Scene, verify } from "../adapter.ts";
import type { Answer } from "../answers.ts";
import { expectAnswers } from "../budget.ts";
import { bound, expect, type Findings, figure } from "../figures.ts";
import type { QaCheck } from "../qa-check.ts";
import { instanceAt, type Rig } from "../rig.ts";
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
		const spending = await hammer(rig, CALLS, { credits: CREDITS });
		const spent = spending.filter(isValid).length;
		figure(found, `of ${CREDITS} credits`, `${spent} spent`);
		expect(found, spent === CREDITS, `${spent} calls were let in on ${CREDITS} credits`);
		expectAnswers(found, spending, ["VALID", "USAGE_EXCEEDED"]);

		const limited = await hammer(rig, WINDOW_CALLS, { rateLimit: WINDOW });
		expectWindows(limited, found);
		expectAnswers(found, limited, ["VALID", "RATE_LIMITED"]);
		const took = [...spending, ...limited].map((each) => each.answeredAt - each.sentAt);
		bound(found, "answers in", took, {});
	},
};

/** Windows follow the clock, so that the calls may fall into two of them. */
function expectWindows(answers: readonly Answer[], found: Findings) {
	const windows = [...Map.groupBy(answers.filter(isValid), resetOf).values()].map(({ length }) => length);
	figure(found, `of ${WINDOW.max} in ${WINDOW.seconds} s`, `${windows.join(" and ")} used`);
	const fullest = Math.max(0, ...windows);
	const most = WINDOW.max + WINDOW_OVER;
	expect(found, fullest <= most, `${fullest} calls were let into a window of ${WINDOW.max}`);
	const least = WINDOW.max - WINDOW_UNDER;
	expect(found, fullest >= least, `only ${fullest} calls used a window of ${WINDOW.max}`);
}

const isValid = ({ state }: Answer) => state === "VALID";
const resetOf = ({ facts }: Answer) => facts.rateLimit?.resetAt;

/** Sends all calls for one new key to all instances, as many at once as the machine bears. */
async function hammer(rig: Rig, calls: number, options: SeedOptions) {
	const scene: Scene = await makeScene(rig);
	const key: QaKey = keyAt(await seedKeys(rig, scene.agencyId, 1, () => options), 0);
	// How a key is found for the first time is another check's matter; what is refused for its scope takes nothing.
	const beyond = { by: scene, scopes: ["contacts.write"] };
	await Promise.all(rig.instances.map((instance) => verify(instance, key, beyond)));
	const answers: Answer[] = [];
	await inLanes(Array.from({ length: calls }), LANES, async (_, index) => {
		const instance = instanceAt(rig, index);
		answers.push(await verify(instance, key, { by: scene, cost: 1 }));
	});
	return answers;
}
