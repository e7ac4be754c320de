import { notFound } from "#lib/core/errors.ts";
import { isAllowed } from "#lib/core/permissions.ts";
import { findAgency } from "#lib/data/agencies.ts";
import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";

/** The actor's agency, for those who belong to it as a whole. */
export function readAgency(ctx: Context) {
	return inTransaction(ctx, async (tx) => {
		const agency = await findAgency(tx, ctx.agencyId);
		if (!agency || !isAllowed(ctx.grants, "agency.view", null)) throw notFound();
		return agency;
	});
}
