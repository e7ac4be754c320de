import type { KeyLevel } from "#lib/core/keys/key.ts";
import { type BindingPolicy, keysMaxOf } from "#lib/core/policies.ts";
import type { Context } from "#lib/data/context.ts";
import { listFullPlaces } from "#lib/data/key-list.ts";
import { readPolicy } from "#lib/data/policies.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { permitKeys } from "./authorize.ts";

/**
 * What binds the keys of a level: for people of a location, who may not read the policy as a whole, at their own; without
 * a location, for people who see them all.
 */
export async function readBindingPolicy(
	ctx: Context,
	{ level, locationId }: { level: KeyLevel; locationId: string | null },
): Promise<BindingPolicy> {
	permitKeys(ctx, level === "LOCATION" ? locationId : null, "read");
	return inTransaction(ctx, async (tx) => {
		const { policy } = await readPolicy(tx, ctx.agencyId);
		const { keyDaysMax, locationScopes, addressesRequired, inactivityDays } = policy;
		const keysMax = keysMaxOf(policy, level);
		const fullPlaces =
			keysMax === null ? [] : await listFullPlaces(tx, ctx.agencyId, { level, locationId, keysMax });
		return { keyDaysMax, locationScopes, addressesRequired, inactivityDays, keysMax, fullPlaces };
	});
}
