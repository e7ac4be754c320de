import { newId } from "#lib/core/ids.ts";
import type { KeyPower } from "#lib/core/keys/ceiling.ts";
import { grantsOfKey } from "#lib/core/keys/grants-of-key.ts";
import type { Context } from "#lib/data/context.ts";
import { contextFor } from "./factories.ts";
import type { World } from "./world.ts";

type Options = Partial<KeyPower> & { key?: { id: string; title: string }; now?: Date };

/** What services are told when a key asks: an agency's ADMIN key on all locations unless the options say otherwise. */
export function keyContext(world: World, agency: { id: string }, { key, now, ...power }: Options): Context {
	const holds: KeyPower = {
		level: "AGENCY",
		locationId: null,
		locationIds: null,
		role: "ADMIN",
		scopes: [],
		expiresAt: null,
		allowedAddresses: [],
		rateLimit: null,
		credits: null,
		...power,
	};
	const { role, locationId, locationIds: chosenLocationIds } = holds;
	return {
		...contextFor(world, agency, { role: "MEMBER", ...(now && { now }) }),
		actor: {
			kind: "key",
			id: key?.id ?? newId(),
			name: key?.title ?? "A program's key",
			holds,
			sentOlderSecret: false,
		},
		grants: grantsOfKey({ role, locationId, chosenLocationIds }),
		steppedUp: false,
	};
}
