import { notFound } from "#lib/core/errors.ts";
import { isAllowed } from "#lib/core/permissions.ts";
import type { Context } from "#lib/data/context.ts";
import { countKeysByLevel } from "#lib/data/key-count.ts";
import { inTransaction } from "#lib/data/transaction.ts";

/** How many keys the agency has at each level. For those who may see them all. */
export function countKeys(ctx: Context) {
	if (!isAllowed(ctx.grants, "agency_key.read", null)) throw notFound();
	return inTransaction(ctx, (tx) => countKeysByLevel(tx, ctx.agencyId));
}
