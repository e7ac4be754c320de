import { setTimeout as delay } from "node:timers/promises";
import { ENGINE, makeScene, PAGES, usageOf, verify } from "../adapter.ts";
import type { Answer } from "../answers.ts";
import { expectAnswers } from "../budget.ts";
import { expect, type Findings, figure } from "../figures.ts";
import type { QaCheck } from "../qa-check.ts";
import { instanceAt, type Rig } from "../rig.ts";
import { keyAt, seedKeys } from "../seed-keys.ts";
import { inLanes, until, watch } from "../watch.ts";

const COUNTS = { short: 6_000, long: 1_000_000 };
const KEYS = 20;
const LANES = 48;
const FLUSH_MS = 1_000;
/** A write may be under way when the process dies. */
const SLACK_MS = 300;
const SEEN_WITHIN_MS = 2_000;
const PER_SECOND = 200;

export const meters: QaCheck = {
	id: "R16",
	title: "every use is counted once",
	async run(rig, form, found) {
		await countThroughOrderlyEnd(rig, COUNTS[form], found);
		await countThroughLostAnswers(rig, found);
		await showLastUse(rig, found);
		await countThroughKill(rig, found);
	},
};

async function countThroughOrderlyEnd(rig: Rig, count: number, found: Findings) {
	const { agencyId } = await makeScene(rig);
	const keys = await seedKeys(rig, agencyId, KEYS);
	const answers: Answer[] = [];
	await inLanes(Array.from({ length: count }), LANES, async (_, index) => {
		answers.push(await verify(instanceAt(rig, index), keyAt(keys, index)));
	});
	await Promise.all(rig.instances.map((instance) => instance.restart()));
	const { uses } = await usageOf(rig, keys);
	const valid = answers.filter(({ state }) => state === "VALID").length;
	figure(found, "SIGTERM", `${uses} of ${valid}`);
	expectAnswers(found, answers, ["VALID"]);
	expect(found, uses === valid, `${valid} uses were counted as ${uses} after an orderly end`);
}

/** The meters arrive, and nobody learns of it: what is sent again must not count again. */
async function countThroughLostAnswers(rig: Rig, found: Findings) {
	const instance = instanceAt(rig, 2);
	const { agencyId } = await makeScene(rig);
	const keys = await seedKeys(rig, agencyId, KEYS);
	const calls = 300;
	let filled = 0;
	// A process that has just started asks the database until it hears of changes.
	await until(async () => {
		instance.proxy.forgetCounts();
		await Promise.all(keys.map((key) => verify(instance, key)));
		filled += KEYS;
		return !instance.proxy.statements.has(ENGINE);
	}, SEEN_WITHIN_MS);
	await until(async () => (await usageOf(rig, keys)).uses === filled, SEEN_WITHIN_MS);
	// The instance is told a moment after everybody else can see what it wrote.
	await delay(SLACK_MS);
	instance.proxy.set({ kind: "mute" }, [ENGINE, PAGES]);
	const answers = await Promise.all(
		Array.from({ length: calls }, (_, index) => verify(instance, keyAt(keys, index))),
	);
	const known = filled + answers.filter(({ state }) => state === "VALID").length;
	const arrived = await until(async () => (await usageOf(rig, keys)).uses > filled, 3 * FLUSH_MS);
	instance.proxy.set({ kind: "rst" }, [ENGINE, PAGES]);
	await delay(50);
	instance.proxy.set({ kind: "pass" });
	expect(found, !Number.isNaN(arrived), "no meters were written while their answers were lost");
	// What would count twice does so with the next batches.
	await delay(3 * FLUSH_MS);
	const { uses } = await usageOf(rig, keys);
	figure(found, "answers lost", `${uses} of ${known}`);
	expect(found, uses === known, `${known} uses were counted as ${uses} after a lost answer`);
}

async function showLastUse(rig: Rig, found: Findings) {
	const { agencyId } = await makeScene(rig);
	const keys = await seedKeys(rig, agencyId, 1);
	const key = keyAt(keys, 0);
	const seen: number[] = [];
	const since = Date.now();
	const load = watch((index) => verify(instanceAt(rig, index), key), 20);
	const visible = await until(async () => {
		const { lastUsedAt } = await usageOf(rig, keys);
		return lastUsedAt !== null && lastUsedAt >= since - 1;
	}, 2 * SEEN_WITHIN_MS);
	await until(async () => {
		const { lastUsedAt } = await usageOf(rig, keys);
		seen.push(lastUsedAt ?? 0);
		await delay(50);
		return Date.now() - since > SEEN_WITHIN_MS + FLUSH_MS;
	}, 2 * SEEN_WITHIN_MS);
	await load.stop();
	figure(found, "last use visible after", visible, "ms");
	expect(found, visible <= SEEN_WITHIN_MS, `a use was visible after ${Math.round(visible)} ms`);
	const back = seen.some((at, index) => at < (seen[index - 1] ?? 0));
	expect(found, !back, "the time of the last use moved backwards");
}

async function countThroughKill(rig: Rig, found: Findings) {
	const instance = instanceAt(rig, 1);
	const { agencyId } = await makeScene(rig);
	const keys = await seedKeys(rig, agencyId, KEYS);
	const load = watch((index) => verify(instance, keyAt(keys, index)), PER_SECOND);
	await delay(2_200);
	await instance.end("SIGKILL");
	const killedAt = performance.now();
	const answers = await load.stop();
	const answered = answers.filter(({ state }) => state === "VALID");
	const safe = answered.filter(({ answeredAt }) => answeredAt < killedAt - FLUSH_MS - SLACK_MS).length;
	// A call may be counted whose answer never left.
	const sent = answers.filter(({ sentAt }) => sentAt < killedAt).length;
	await delay(SLACK_MS);
	const { uses } = await usageOf(rig, keys);
	figure(found, "kill -9", `${uses} of ${answered.length}`);
	expect(found, uses >= safe, `${uses} uses were counted, although ${safe} were older than a second`);
	expect(found, uses <= sent, `${uses} uses were counted of ${sent} calls`);
	await instance.start();
}
