import { notFound } from "#lib/core/errors.ts";
import { isAllowed } from "#lib/core/permissions.ts";
import type { Context } from "#lib/data/context.ts";
import { countDependents, findLocation } from "#lib/data/locations.ts";
import { inTransaction } from "#lib/data/transaction.ts";

const DAY_MS = 86_400_000;

/** What would stop if the location went away now. */
export function describeDependents(ctx: Context, { locationId }: { locationId: string }) {
	return inTransaction(ctx, async (tx) => {
		const location = await findLocation(tx, ctx.agencyId, locationId);
		if (!location || !isAllowed(ctx.grants, "location.view", locationId)) throw notFound();
		return countDependents(tx, ctx.agencyId, locationId, new Date(ctx.now.getTime() - DAY_MS));
	});
}
