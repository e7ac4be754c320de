import { setTimeout as delay } from "node:timers/promises";
import { ENGINE, makeScene, verify } from "../adapter.ts";
import type { Answer } from "../answers.ts";
import { bound, expect, type Findings, figure } from "../figures.ts";
import type { QaCheck } from "../qa-check.ts";
import { warm } from "../revocation.ts";
import { instanceAt, type Rig } from "../rig.ts";
import { keyAt, seedKeys } from "../seed-keys.ts";
import { watch } from "../watch.ts";

const DOWN_MS = { short: 6_000, long: 60_000 };
const WARM_KEYS = 30;
const WARM_PER_SECOND = 100;
const COLD_PER_SECOND = 10;
/** Before the crash the last sign of life may be one beat old. */
const BEAT_MS = 600;
const SLACK_MS = 1_000;
const COLD_MS_MAX = 300;
const RECOVERED_WITHIN_MS = 1_000;
const AFTER_MS = 2_500;
/** The pools and the change channel. */
const CONNECTIONS_MAX = 10 + 4 + 3 + 1;

export const down: QaCheck = {
	id: "R12",
	title: "without PostgreSQL known keys go on for the grace, nothing lies, and all comes back by itself",
	async run(rig, form, found) {
		await crashUnderLoad(rig, DOWN_MS[form], found);
		await expectSingleFlight(rig, found);
	},
};

/** `risingAt`: from then on it may answer; `upAt`: it does. */
type Outage = { downAt: number; risingAt: number; upAt: number; graceMs: number };

async function crashUnderLoad(rig: Rig, downMs: number, found: Findings) {
	const { agencyId } = await makeScene(rig);
	const known = await seedKeys(rig, agencyId, WARM_KEYS);
	const unknown = await seedKeys(rig, agencyId, ((downMs + AFTER_MS + 5_000) / 1000) * COLD_PER_SECOND);
	await warm(rig.instances, known);
	const pids = rig.instances.map(({ pid }) => pid);
	const loads = rig.instances.map((instance) =>
		watch((index) => verify(instance, keyAt(known, index)), WARM_PER_SECOND),
	);
	await delay(300);

	const downAt = performance.now();
	await rig.postgres.crash();
	const cold = watch((index) => verify(instanceAt(rig, index), keyAt(unknown, index)), COLD_PER_SECOND);
	await delay(downMs);
	for (const { proxy } of rig.instances) proxy.forgetCounts();
	const risingAt = performance.now();
	await rig.postgres.startAgain();
	const upAt = performance.now();
	await delay(1_000);
	const opened = rig.instances.map(({ proxy }) =>
		[...proxy.opened.values()].reduce((sum, each) => sum + each, 0),
	);
	await delay(AFTER_MS - 1_000);
	const answers = (await Promise.all(loads.map((load) => load.stop()))).flat();
	const outage = { downAt, risingAt, upAt, graceMs: rig.graceSeconds * 1000 };
	expectKnown(found, answers, outage);
	expectUnknown(found, await cold.stop(), outage);
	figure(found, "connections", opened.join(" "));
	const most = Math.max(...opened);
	expect(found, most <= CONNECTIONS_MAX, `${most} connections were opened in the first second`);
	const same = rig.instances.every(({ pid, isRunning }, index) => isRunning && pid === pids[index]);
	expect(found, same, "an instance has ended");
}

function expectKnown(
	found: Findings,
	answers: readonly Answer[],
	{ downAt, risingAt, upAt, graceMs }: Outage,
) {
	const wrong = answers.filter(({ state }) => state === "INVALID" || state === "FAILED");
	expect(found, wrong.length === 0, `${wrong.length} good keys were answered with ${wrong[0]?.code}`);
	const within = answers.filter(({ sentAt }) => sentAt < downAt + graceMs - BEAT_MS);
	const early = within.filter(({ state }) => state !== "VALID");
	expect(
		found,
		early.length === 0,
		`${early.length} of ${within.length} known keys were not good in the grace`,
	);
	const beyond = answers.filter(({ sentAt }) => sentAt > downAt + graceMs + SLACK_MS && sentAt < risingAt);
	const late = beyond.filter(({ state }) => state !== "UNAVAILABLE");
	expect(
		found,
		late.length === 0,
		`${late.length} of ${beyond.length} were answered from memory after the grace`,
	);
	expect(found, beyond.length > 0, "nothing was asked after the grace");
	const bare = answers.filter(({ state, retryAfter }) => state === "UNAVAILABLE" && retryAfter === null);
	expect(found, bare.length === 0, `${bare.length} answers 503 had no Retry-After`);
	const unknownAfter = answers.filter(({ state, sentAt }) => state !== "VALID" && sentAt > upAt);
	const recovered = Math.max(0, ...unknownAfter.map(({ sentAt }) => sentAt - upAt));
	figure(found, "recovered after", recovered, "ms");
	expect(
		found,
		recovered <= RECOVERED_WITHIN_MS,
		`the last 503 was sent ${Math.round(recovered)} ms after the return`,
	);
	bound(
		found,
		"known",
		answers.map((each) => each.answeredAt - each.sentAt),
		{},
	);
}

function expectUnknown(found: Findings, answers: readonly Answer[], { risingAt, downAt }: Outage) {
	const wrong = answers.filter(({ state }) => state === "INVALID" || state === "FAILED");
	expect(
		found,
		wrong.length === 0,
		`${wrong.length} keys never seen before were answered with ${wrong[0]?.code}`,
	);
	const inside = answers.filter(({ answeredAt, sentAt }) => sentAt > downAt + 100 && answeredAt < risingAt);
	const sure = inside.filter(({ state }) => state === "VALID");
	expect(found, sure.length === 0, `${sure.length} keys that nobody had seen were good without a database`);
	bound(
		found,
		"never seen",
		inside.map((each) => each.answeredAt - each.sentAt),
		{ p99: COLD_MS_MAX },
	);
}

const FLIGHT_KEYS = 20;
const FLIGHT_CALLS = 400;
const FLIGHT_MS = 30;
/** Meters are written while we look. */
const OTHER_STATEMENTS = 6;

/** Many who ask about the same unknown key at once ask the database once. */
async function expectSingleFlight(rig: Rig, found: Findings) {
	const [instance] = rig.instances;
	const { agencyId } = await makeScene(rig);
	const keys = await seedKeys(rig, agencyId, FLIGHT_KEYS);
	instance.proxy.set({ kind: "delay", ms: FLIGHT_MS }, [ENGINE]);
	instance.proxy.forgetCounts();
	const calls = Array.from({ length: FLIGHT_CALLS }, (_, index) => verify(instance, keyAt(keys, index)));
	const wrong = (await Promise.all(calls)).filter(({ state }) => state !== "VALID");
	const statements = instance.proxy.statements.get(ENGINE) ?? 0;
	instance.proxy.set({ kind: "pass" });
	expect(found, wrong.length === 0, `${wrong.length} calls were answered with ${wrong[0]?.code}`);
	figure(found, "look-ups", `${statements} for ${FLIGHT_KEYS} keys asked ${FLIGHT_CALLS} times`);
	const most = FLIGHT_KEYS + OTHER_STATEMENTS;
	expect(found, statements <= most, `${statements} statements were sent for ${FLIGHT_KEYS} different keys`);
}
