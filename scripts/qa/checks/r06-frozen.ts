import { setTimeout as delay } from "node:timers/promises";
import { CHANGES, makeScene, revoke, verify } from "../adapter.ts";
import type { Answer } from "../answers.ts";
import { expect, type Findings, figure } from "../figures.ts";
import type { Instance } from "../instance.ts";
import type { Form, QaCheck } from "../qa-check.ts";
import { warm } from "../revocation.ts";
import type { Rig } from "../rig.ts";
import { type QaKey, seedKeys } from "../seed-keys.ts";
import { inLanes } from "../watch.ts";

type Freeze = {
	ms: number;
	keys: number;
	/** The news of the changes do not wait in its socket either: nothing but the time that has gone by warns it. */
	isDeaf: boolean;
};

/** Shorter than the silence that an instance tolerates, a little longer, and much longer. */
const FREEZES: Record<Form, Freeze[]> = {
	short: [
		{ ms: 1_000, keys: 10, isDeaf: false },
		{ ms: 2_500, keys: 40, isDeaf: true },
	],
	long: [
		{ ms: 1_000, keys: 20, isDeaf: true },
		{ ms: 2_000, keys: 50, isDeaf: true },
		{ ms: 60_000, keys: 200, isDeaf: false },
		{ ms: 60_000, keys: 200, isDeaf: true },
	],
};
const LANES = 8;
const AGAIN_MS = 300;
const ASKED_BEFORE_MS = 500;
/** After so long without a sign of life an instance believes nothing that it remembers. */
const SILENCE_MS = 1_500;

export const frozen: QaCheck = {
	id: "R6",
	title: "a process that was frozen while keys were revoked says no from its first answer on",
	async run(rig, form, found) {
		const [, victim] = rig.instances;
		let laggards = 0;
		for (const freeze of FREEZES[form]) laggards += await freezeAndRevoke(rig, victim, freeze, found);
		figure(found, "laggards told", laggards);
	},
};

type Asked = { certainAt: number; answer: Answer };

async function freezeAndRevoke(
	rig: Rig,
	victim: Instance,
	{ ms, keys: count, isDeaf }: Freeze,
	found: Findings,
) {
	const { agencyId } = await makeScene(rig);
	const keys = await seedKeys(rig, agencyId, count);
	await warm([victim], keys);

	await victim.freeze();
	if (isDeaf) victim.proxy.set({ kind: "blackhole" }, [CHANGES]);
	const frozenAt = performance.now();
	const revoked: { key: QaKey; certainAt: number }[] = [];
	const asked: Promise<Asked>[] = [];
	const ask = ({ key, certainAt }: { key: QaKey; certainAt: number }) =>
		asked.push(verify(victim, key).then((answer) => ({ certainAt, answer })));
	let laggards = 0;
	await inLanes(keys, LANES, async (key) => {
		const { certainAt, propagated } = await revoke(rig, key);
		if (!propagated) laggards++;
		revoked.push({ key, certainAt });
	});
	const stillFrozenMs = () => Math.max(0, ms - (performance.now() - frozenAt));
	await delay(Math.max(0, stillFrozenMs() - ASKED_BEFORE_MS));
	// Waits in the kept-alive socket for the process to wake up.
	for (const one of revoked) ask(one);
	await delay(stillFrozenMs());
	for (const one of revoked) ask(one);
	victim.thaw();
	const early = await Promise.all(asked);
	victim.proxy.set({ kind: "pass" });
	await delay(AGAIN_MS);
	const late = await Promise.all(keys.map((key) => verify(victim, key)));

	const mustKnow = ms > SILENCE_MS;
	const wrong = early.filter(
		({ answer, certainAt }) => answer.state === "VALID" && (mustKnow || answer.sentAt > certainAt),
	);
	figure(found, `after ${ms} ms${isDeaf ? ", deaf" : ""}`, `${wrong.length} of ${early.length} good`);
	expect(
		found,
		wrong.length === 0,
		`${wrong.length} revoked keys were good after ${ms} ms of standing still`,
	);
	const alive = late.filter(({ code }) => code !== "REVOKED");
	expect(found, alive.length === 0, `later ${alive.length} keys were not revoked, but ${alive[0]?.code}`);
	const failed = early.filter(({ answer }) => answer.state === "FAILED");
	expect(found, failed.length === 0, `${failed.length} calls failed, first with ${failed[0]?.answer.code}`);
	return laggards;
}
