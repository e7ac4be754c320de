import { setTimeout as delay } from "node:timers/promises";
import { type Acknowledged, revoke, verify } from "./adapter.ts";
import type { Answer } from "./answers.ts";
import { expect, type Findings } from "./figures.ts";
import type { Instance } from "./instance.ts";
import type { Rig } from "./rig.ts";
import type { QaKey } from "./seed-keys.ts";
import { until, watch } from "./watch.ts";

/** A revocation, and all that was answered about the key meanwhile, by instance. */
export type Trial = Acknowledged & { answers: Map<Instance, Answer[]> };

type TrialOptions = {
	rig: Rig;
	key: QaKey;
	instances?: readonly Instance[];
	/** Questions a second to each instance. */
	perSecond: number;
	/** How long it is watched after the acknowledgement, at least; until it is dead everywhere, and then this once more. */
	watchMs: number;
	/** Give up waiting for its death after this. */
	deadWithinMs: number;
};

const BEFORE_MS = 4;

/** Makes sure that the key is good everywhere, and revokes it while everybody keeps asking. */
export async function revokeWhileWatched(options: TrialOptions): Promise<Trial> {
	const { rig, key, instances = rig.instances, perSecond, watchMs, deadWithinMs } = options;
	await warm(instances, [key]);
	const watches = instances.map((instance) => watch(() => verify(instance, key), perSecond));
	await delay(BEFORE_MS);
	const ack = await revoke(rig, key);
	const atOnce = instances.map((instance) => verify(instance, key));
	await delay(watchMs);
	await until(() => watches.every(({ answers }) => answers.at(-1)?.state === "INVALID"), deadWithinMs);
	await delay(watchMs);
	const answers = new Map<Instance, Answer[]>();
	for (const [index, instance] of instances.entries()) {
		const watched = (await watches[index]?.stop()) ?? [];
		const first = await atOnce[index];
		answers.set(instance, first ? [...watched, first] : watched);
	}
	return { ...ack, answers };
}

const WARM_TRIES = 4;

/** Asks each instance about each key until it knows them. Fails when one of them is not good. */
export async function warm(instances: readonly Instance[], keys: readonly QaKey[]): Promise<void> {
	for (const instance of instances) {
		await Promise.all(
			keys.map(async (key) => {
				let answer = await verify(instance, key);
				for (let tries = 1; answer.state === "UNAVAILABLE" && tries < WARM_TRIES; tries++) {
					answer = await verify(instance, key);
				}
				if (answer.state === "VALID") return;
				throw new Error(`${instance.name} says ${answer.code} about a key that is good`);
			}),
		);
	}
}

/** When the last VALID was sent, in milliseconds after the acknowledgement. Minus infinity when there was none. */
const lastValidAfter = (answers: readonly Answer[], since: number) =>
	Math.max(
		Number.NEGATIVE_INFINITY,
		...answers.filter(({ state }) => state === "VALID").map(({ sentAt }) => sentAt - since),
	);

/** {@link lastValidAfter} the acknowledgement: for each trial and each of these instances. */
export const lagsOn = (trials: readonly Trial[], instances: readonly Instance[]) =>
	trials.flatMap((trial) =>
		instances.map((each) => lastValidAfter(trial.answers.get(each) ?? [], trial.ackAt)),
	);

/** What no failure of anything may break: what an acknowledgement said, and that the dead stay dead. */
export function expectPromises(found: Findings, trials: readonly Trial[]): void {
	const all = trials.flatMap((trial) =>
		[...trial.answers].map(([instance, answers]) => ({ trial, instance, answers })),
	);
	const broken = all.filter(({ trial, answers }) =>
		answers.some(({ state, sentAt }) => state === "VALID" && sentAt > trial.certainAt),
	);
	const where = (list: typeof all) => [...new Set(list.map(({ instance }) => instance.name))].join(", ");
	expect(
		found,
		broken.length === 0,
		`${broken.length} keys were good after the moment at which nobody could be wrong any more (${where(broken)})`,
	);
	const back = all.filter(({ answers }) => resurrects(answers));
	expect(found, back.length === 0, `${back.length} revoked keys came back to life (${where(back)})`);
	const strange = all.flatMap(({ answers }) => answers.filter(({ state }) => state === "FAILED"));
	expect(found, strange.length === 0, `${strange.length} calls failed, the first with ${strange[0]?.code}`);
}

/** Answers may overtake each other; a question that was sent after a death was told must not be answered VALID. */
function resurrects(answers: readonly Answer[]): boolean {
	const deaths = answers.filter(({ code }) => code === "REVOKED").map(({ answeredAt }) => answeredAt);
	const toldAt = Math.min(Number.POSITIVE_INFINITY, ...deaths);
	return answers.some(({ state, sentAt }) => state === "VALID" && sentAt > toldAt);
}
