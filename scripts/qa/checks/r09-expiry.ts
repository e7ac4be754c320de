import { existsSync, globSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { makeScene, verify } from "../adapter.ts";
import type { Answer } from "../answers.ts";
import { expect, type Findings, figure } from "../figures.ts";
import type { QaCheck } from "../qa-check.ts";
import type { Rig } from "../rig.ts";
import { keyAt, type QaKey, seedKeys } from "../seed-keys.ts";
import { watch } from "../watch.ts";

const KEYS = { short: 12, long: 100 };
const FIRST_END_MS = 800;
const SPREAD_MS = 1_500;
const TOLERANCE_MS = 250;
const PER_SECOND = 40;
const SKEWS = ["+120s", "-120s"] as const;

export const expiry: QaCheck = {
	id: "R9",
	title: "a key ends at its moment by the database's clock, whatever the instance's own clock says",
	async run(rig, form, found) {
		const library = findFaketime();
		const [, second, third] = rig.instances;
		if (library === null) found.skipped.push("clock skew: this machine has no libfaketime");
		else {
			const skewed = (FAKETIME: string) => ({
				LD_PRELOAD: library,
				FAKETIME,
				FAKETIME_DONT_FAKE_MONOTONIC: "1",
			});
			await Promise.all([second.restart(skewed(SKEWS[0])), third.restart(skewed(SKEWS[1]))]);
			await expectSkew(rig, found);
		}
		await expireWatched(rig, KEYS[form], found);
	},
};

/** From the Debian package `faketime`, or wherever FAKETIME_LIB says. */
function findFaketime(): string | null {
	const named = process.env.FAKETIME_LIB;
	if (named) return existsSync(named) ? named : null;
	return globSync("/usr/lib/**/faketime/libfaketimeMT.so.1")[0] ?? null;
}

/** What an instance says of the date shows that its clock is wrong; a check on right clocks would prove nothing. */
async function expectSkew({ instances }: Rig, found: Findings) {
	for (const [index, skew] of SKEWS.entries()) {
		const instance = instances[index + 1] ?? instances[0];
		const reply = await instance.client.send({ method: "GET", path: "/api/health/live" });
		const date = "headers" in reply ? Date.parse(reply.headers.date ?? "") : Number.NaN;
		const seconds = Math.round((date - Date.now()) / 1000);
		figure(found, instance.name, seconds, "s off");
		expect(
			found,
			Math.abs(seconds - Number.parseInt(skew, 10)) <= 2,
			`${instance.name} is only ${seconds} s off`,
		);
	}
}

type Expiring = { key: QaKey; endsAt: number };

async function expireWatched(rig: Rig, count: number, found: Findings) {
	const { agencyId } = await makeScene(rig);
	const { databaseAt, performanceAt } = await readClock(rig);
	const offsets = Array.from({ length: count }, (_, index) => FIRST_END_MS + (SPREAD_MS * index) / count);
	const keys = await seedKeys(rig, agencyId, count, (index) => ({
		expiresAt: new Date(Math.round(databaseAt + (offsets[index] ?? 0))),
	}));
	const expiring: Expiring[] = offsets.map((offset, index) => ({
		key: keyAt(keys, index),
		endsAt: performanceAt + offset,
	}));

	const watches = rig.instances.map((instance) =>
		expiring.map(({ key }) => watch(() => verify(instance, key), PER_SECOND)),
	);
	await delay(FIRST_END_MS + SPREAD_MS + 2 * TOLERANCE_MS);
	for (const [index, ofInstance] of watches.entries()) {
		const name = rig.instances[index]?.name ?? "";
		const answers = await Promise.all(ofInstance.map((each) => each.stop()));
		expectMoments(name, expiring, answers, found);
	}
}

function expectMoments(name: string, expiring: readonly Expiring[], answers: Answer[][], found: Findings) {
	const moments = expiring.flatMap(({ endsAt }, index) =>
		(answers[index] ?? []).map((answer) => ({
			answer,
			sent: answer.sentAt - endsAt,
			told: answer.answeredAt - endsAt,
		})),
	);
	const good = moments.filter(({ answer }) => answer.state === "VALID");
	const ended = moments.filter(({ answer }) => answer.code === "EXPIRED");
	const latestGood = Math.max(...good.map(({ sent }) => sent));
	const earliestEnd = Math.min(...ended.map(({ told }) => told));
	figure(found, `${name}: last good`, latestGood, "ms");
	figure(found, `${name}: first ended`, earliestEnd, "ms");
	expect(
		found,
		latestGood <= TOLERANCE_MS,
		`${name}: a key was good ${Math.round(latestGood)} ms after its end`,
	);
	expect(
		found,
		earliestEnd >= -TOLERANCE_MS,
		`${name}: a key ended ${Math.round(-earliestEnd)} ms too early`,
	);
	const all = ended.length > 0 && good.length + ended.length === moments.length;
	expect(
		found,
		all,
		`${name}: ${moments.length - good.length - ended.length} answers were neither good nor ended`,
	);
}

/** The same moment by the database's clock and by ours, as well as one round trip can tell. */
async function readClock({ owner }: Rig) {
	const before = performance.now();
	const { rows } = await owner.query<{ now: Date }>("select clock_timestamp() as now");
	const performanceAt = (before + performance.now()) / 2;
	return { databaseAt: rows[0]?.now.getTime() ?? 0, performanceAt };
}
