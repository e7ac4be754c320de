import { notFound } from "#lib/core/errors.ts";
import { isAllowed, keyPermission } from "#lib/core/permissions.ts";
import type { Context } from "#lib/data/context.ts";
import { type KeyRowsAfter, listKeyRowsAfter } from "#lib/data/key-list.ts";
import { readPolicy } from "#lib/data/policies.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { summarizeKey } from "./list.ts";

export type KeysAfter = Omit<KeyRowsAfter, "sees">;

/** Keys that the actor may see, the newest first, from after the one that was seen last. */
export function listKeysAfter(ctx: Context, asked: KeysAfter) {
	const { locationId = null } = asked;
	if (locationId !== null && !isAllowed(ctx.grants, keyPermission(locationId, "read"), locationId)) {
		throw notFound();
	}
	const agencyKeys = isAllowed(ctx.grants, "agency_key.read", null);
	const sees = { agencyKeys, locationIds: agencyKeys ? null : [...ctx.grants.locationRoles.keys()] };
	return inTransaction(ctx, async (tx) => {
		const { policy } = await readPolicy(tx, ctx.agencyId);
		const rows = await listKeyRowsAfter(tx, ctx.agencyId, { ...asked, sees }, ctx.now);
		return rows.map((row) => summarizeKey(row, policy, ctx.now));
	});
}
