import { notFound } from "#lib/core/errors.ts";
import { isAllowed } from "#lib/core/permissions.ts";
import type { Context } from "#lib/data/context.ts";
import { findLocationProfile } from "#lib/data/location-profiles.ts";
import { inTransaction } from "#lib/data/transaction.ts";

export type { LocationWithProfile } from "#lib/data/location-profiles.ts";

/** A location with what it tells about itself. */
export function readLocation(ctx: Context, { locationId }: { locationId: string }) {
	return inTransaction(ctx, async (tx) => {
		const location = await findLocationProfile(tx, ctx.agencyId, locationId);
		if (!location || !isAllowed(ctx.grants, "location.view", locationId)) throw notFound();
		return location;
	});
}
