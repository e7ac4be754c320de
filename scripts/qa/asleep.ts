import { revokeByHand, type Scene, verify } from "./adapter.ts";
import { expect, type Findings, tally } from "./figures.ts";
import type { Instance } from "./instance.ts";
import { warm } from "./revocation.ts";
import type { Rig } from "./rig.ts";
import { type QaKey, seedKeys } from "./seed-keys.ts";

const KEYS = 10;

/** Keys that an instance knows, and that nobody asks for while they are revoked behind its back. */
export async function knowKeys(rig: Rig, instance: Instance, { agencyId }: Scene): Promise<QaKey[]> {
	const keys = await seedKeys(rig, agencyId, KEYS);
	await warm([instance], keys);
	return keys;
}

export const revokeAsleep = (rig: Rig, keys: readonly QaKey[]) =>
	Promise.all(keys.map((key) => revokeByHand(rig, key)));

/** What an instance missed it must not believe when it hears again: the first answer about each key says no. */
export async function expectForgotten(instance: Instance, keys: readonly QaKey[], found: Findings) {
	const answers = await Promise.all(keys.map((key) => verify(instance, key)));
	const right = answers.every(({ code }) => code === "REVOKED");
	expect(found, right, `keys revoked while ${instance.name} heard nothing are afterwards: ${tally(answers)}`);
}
