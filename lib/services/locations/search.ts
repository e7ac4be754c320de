import { isAllowed } from "#lib/core/permissions.ts";
import type { Context } from "#lib/data/context.ts";
import { listLocationProfiles, type ProfileQuery } from "#lib/data/location-profiles.ts";
import { inTransaction } from "#lib/data/transaction.ts";

/** Some of the locations that the actor sees, with what they tell about themselves. */
export function searchLocations(ctx: Context, query: ProfileQuery) {
	const isEverywhere = isAllowed(ctx.grants, "agency.view", null);
	const ids = isEverywhere ? null : [...ctx.grants.locationRoles.keys()];
	return inTransaction(ctx, async (tx) => {
		// PostgreSQL refuses to compare a text with a NUL, which no name has.
		if (`${query.search}${query.email}`.includes("\0")) return [];
		return listLocationProfiles(tx, ctx.agencyId, ids, query);
	});
}
