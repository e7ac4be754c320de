import { setTimeout as delay } from "node:timers/promises";
import { sweepInactivity } from "#lib/services/keys/sweep-inactivity.ts";
import { untilUsesAreWritten } from "#lib/services/usage/until-written.ts";
import { METERS, makeScene, usageOf, verify } from "../adapter.ts";
import { expectAnswers } from "../budget.ts";
import { expect, type Findings, figure } from "../figures.ts";
import { instanceAt, type Rig } from "../rig.ts";
import { type QaKey, seedKeys } from "../seed-keys.ts";
import { until } from "../watch.ts";

const KEYS = 10;
const HELD_MS = 2_000;
const WRITTEN_WITHIN_MS = 10_000;
/** An instance's lease goes on for a moment after its grace. */
const LEASE_SLACK_MS = 10_000;

/** On their last day keys are used, and the process that answered has not written it yet when another one sweeps. */
export async function winByLateUses(rig: Rig, found: Findings) {
	await winWhileTheyAreHeld(rig, found);
	await winAfterNobodyWaited(rig, found);
}

async function winWhileTheyAreHeld(rig: Rig, found: Findings) {
	const { proxy } = instanceAt(rig, 0);
	const [used, unused] = [await dueKeys(rig), await dueKeys(rig)];
	proxy.set({ kind: "blackhole" }, [METERS]);
	await sendUnwritten(rig, used, found);

	const sweeping = sweepNow(rig, WRITTEN_WITHIN_MS);
	await delay(HELD_MS);
	const early = await countDeleted(rig, [...used, ...unused]);
	proxy.set({ kind: "pass" });
	await sweeping;

	const [wrongly, rightly] = [await countDeleted(rig, used), await countDeleted(rig, unused)];
	figure(found, "uses not yet written", `${KEYS - wrongly} of ${KEYS} kept`);
	expect(found, early === 0, `${early} keys went while a process still held uses`);
	expect(found, wrongly === 0, `${wrongly} keys went although they had just been used`);
	expect(found, rightly === KEYS, `${KEYS - rightly} unused keys stayed once all uses were written`);
}

/** A process that is cut off for longer than its lease holds nobody up. What it answered counts as soon as it is back. */
async function winAfterNobodyWaited(rig: Rig, found: Findings) {
	const instance = instanceAt(rig, 0);
	const used = await dueKeys(rig);
	instance.proxy.set({ kind: "blackhole" }, [METERS]);
	await sendUnwritten(rig, used, found);
	instance.proxy.set({ kind: "blackhole" });
	await sweepNow(rig, rig.graceSeconds * 1_000 + LEASE_SLACK_MS);
	const gone = await countDeleted(rig, used);

	instance.proxy.set({ kind: "pass" });
	const written = await until(async () => (await usageOf(rig, used)).lastUsedAt !== null, WRITTEN_WITHIN_MS);
	await sweepNow(rig, WRITTEN_WITHIN_MS);

	const missing = await countDeleted(rig, used);
	figure(found, "uses of a process that was cut off", `${gone} taken, ${gone - missing} back`);
	expect(found, !Number.isNaN(written), "uses were not written after the process was back");
	expect(
		found,
		missing === 0,
		`${missing} keys stay deleted although a process that was away had answered for them`,
	);
	expectAnswers(found, await Promise.all(used.map((key) => verify(instanceAt(rig, 1), key))), ["VALID"]);
}

/** Keys that instance 0 has in memory, and that go with the next sweep: unused for 91 days, all notices given. */
async function dueKeys(rig: Rig): Promise<QaKey[]> {
	const { agencyId } = await makeScene(rig);
	const keys = await seedKeys(rig, agencyId, KEYS);
	const ids = [keys.map(({ id }) => id)];
	await rig.owner.query("update api_keys set idle_from = now() - interval '91 days' where id = any($1)", ids);
	await rig.owner.query(
		`insert into key_countdowns (agency_id, key_id, kind, basis, ends_at, noticed_15_at, noticed_7_at, noticed_1_at)
			select agency_id, id, 'INACTIVITY', idle_from, idle_from + interval '90 days', idle_from + interval '75 days',
				idle_from + interval '83 days', idle_from + interval '89 days' from api_keys where id = any($1)`,
		ids,
	);
	await Promise.all(keys.map((key) => verify(instanceAt(rig, 0), key)));
	await until(async () => (await usageOf(rig, keys)).uses === KEYS, WRITTEN_WITHIN_MS);
	await rig.owner.query("update key_last_uses set last_used_at = null where key_id = any($1)", ids);
	return keys;
}

async function sendUnwritten(rig: Rig, keys: readonly QaKey[], found: Findings) {
	expectAnswers(found, await Promise.all(keys.map((key) => verify(instanceAt(rig, 0), key))), ["VALID"]);
	const { lastUsedAt } = await usageOf(rig, keys);
	expect(found, lastUsedAt === null, "the uses were written before the sweep: nothing was tried");
}

const sweepNow = ({ database }: Rig, withinMs: number) =>
	sweepInactivity(database, new Date(), {
		dryRun: false,
		signal: new AbortController().signal,
		untilWritten: () => untilUsesAreWritten(database, withinMs),
	});

async function countDeleted({ owner }: Rig, keys: readonly QaKey[]): Promise<number> {
	const { rowCount } = await owner.query(
		"select from api_keys where id = any($1::uuid[]) and deleted_at is not null",
		[keys.map(({ id }) => id)],
	);
	return rowCount ?? 0;
}
