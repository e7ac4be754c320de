import { setTimeout as delay } from "node:timers/promises";
import { makeScene, readiness, revoke, verify } from "../adapter.ts";
import type { Answer } from "../answers.ts";
import { bound, expect, type Findings, figure } from "../figures.ts";
import type { Instance } from "../instance.ts";
import type { Fault } from "../link.ts";
import type { QaCheck } from "../qa-check.ts";
import { warm } from "../revocation.ts";
import type { Rig } from "../rig.ts";
import { keyAt, seedKeys } from "../seed-keys.ts";
import { until, watch } from "../watch.ts";

const PER_SECOND = 40;
/** Longer than the grace by so much nobody may answer from memory. */
const SLACK_MS = 1_000;
const DETECTION_MS = 1_500;
const HEALED_WITHIN_MS = 2_000;
/** A database that says nothing is waited for 250 ms; the rest is the answer's own way. */
const ANSWER_MS_MAX = 500;

export const cutOff: QaCheck = {
	id: "R5",
	title: "an instance without its database serves what it knew for the grace, then says that it cannot know",
	async run(rig, _form, found) {
		const [first, second, third] = rig.instances;
		await first.restart({ VERIFY_GRACE_SECONDS: "0" });
		await Promise.all([
			refuseWithoutGrace(rig, first, found),
			serveThroughGrace(rig, second, { kind: "blackhole" }, found),
			serveThroughGrace(rig, third, { kind: "rst" }, found),
		]);
	},
};

async function serveThroughGrace(rig: Rig, victim: Instance, fault: Fault, found: Findings) {
	const graceMs = rig.graceSeconds * 1000;
	const { agencyId } = await makeScene(rig);
	const keys = await seedKeys(rig, agencyId, 2);
	const [live, dead] = [keyAt(keys, 0), keyAt(keys, 1)];
	await warm([victim], keys);

	victim.proxy.set(fault);
	const cutAt = performance.now();
	const watches = [live, dead].map((key) => watch(() => verify(victim, key), PER_SECOND));
	const { ackAt } = await revoke(rig, dead);
	await delay(graceMs + SLACK_MS + DETECTION_MS);
	victim.proxy.set({ kind: "pass" });
	const healed = await until(async () => (await readiness(victim)) === "ready", 10_000);
	const isHealed = async () =>
		(await verify(victim, live)).state === "VALID" && (await verify(victim, dead)).code === "REVOKED";
	expect(
		found,
		!Number.isNaN(await until(isHealed, 1_000)),
		`${fault.kind}: both verdicts are not right again`,
	);
	const [ofLive = [], ofDead = []] = await Promise.all(watches.map((each) => each.stop()));

	const all = [...ofLive, ...ofDead];
	const told = { found, name: fault.kind };
	bound(
		found,
		`${fault.kind}: answers in`,
		all.map((each) => each.answeredAt - each.sentAt),
		{ max: ANSWER_MS_MAX },
	);
	bound(found, `${fault.kind}: ready after`, [healed], { max: HEALED_WITHIN_MS });
	expectGrace({ ...told, answers: ofLive, cutAt, graceMs });
	expectNoLies({ ...told, ofLive, ofDead, latestAt: ackAt + graceMs + SLACK_MS });
}

type Grace = { found: Findings; name: string; answers: readonly Answer[]; cutAt: number; graceMs: number };

/** A live key opens until the grace is over, and from then on nobody knows. */
function expectGrace({ found, name, answers, cutAt, graceMs }: Grace): void {
	const bySending = answers.toSorted((a, b) => a.sentAt - b.sentAt);
	const firstUnknown = bySending.find(({ state }) => state === "UNAVAILABLE");
	const servedMs = (firstUnknown?.sentAt ?? Number.NaN) - cutAt;
	figure(found, `${name}: served for`, servedMs, "ms");
	const enough = servedMs >= graceMs - ANSWER_MS_MAX;
	expect(found, enough, `${name}: a good key was served for ${Math.round(servedMs)} ms, not for the grace`);
	const inTime = servedMs <= graceMs + SLACK_MS;
	expect(found, inTime, `${name}: served from memory for ${Math.round(servedMs)} ms`);
	const bare = answers.filter(({ state, retryAfter }) => state === "UNAVAILABLE" && retryAfter === null);
	expect(found, bare.length === 0, `${name}: ${bare.length} answers 503 had no Retry-After`);
}

type Lies = {
	found: Findings;
	name: string;
	ofLive: readonly Answer[];
	ofDead: readonly Answer[];
	latestAt: number;
};

function expectNoLies({ found, name, ofLive, ofDead, latestAt }: Lies): void {
	const refused = ofLive.filter(({ state }) => state === "INVALID");
	expect(found, refused.length === 0, `${name}: a live key was refused, first with ${refused[0]?.code}`);
	const late = ofDead.filter(({ state, sentAt }) => state === "VALID" && sentAt > latestAt);
	expect(found, late.length === 0, `${name}: a revoked key was good ${late.length} times after the grace`);
	const failed = [...ofLive, ...ofDead].filter(({ state }) => state === "FAILED");
	expect(found, failed.length === 0, `${name}: ${failed.length} calls failed, first with ${failed[0]?.code}`);
}

async function refuseWithoutGrace(rig: Rig, victim: Instance, found: Findings) {
	const { agencyId } = await makeScene(rig);
	const key = keyAt(await seedKeys(rig, agencyId, 1), 0);
	await warm([victim], [key]);
	victim.proxy.set({ kind: "blackhole" });
	// The instance itself may say that its database is gone before the channel counts as silent.
	await until(async () => (await readiness(victim)) !== "ready", DETECTION_MS + SLACK_MS);
	const answers = await Promise.all([1, 2, 3].map(() => verify(victim, key)));
	victim.proxy.set({ kind: "pass" });
	const wrong = answers.find(({ state }) => state !== "UNAVAILABLE");
	expect(found, wrong === undefined, `without grace a key was answered with ${wrong?.code}`);
}
