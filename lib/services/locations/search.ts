import { isAllowed } from "#lib/core/permissions.ts";
import type { Context } from "#lib/data/context.ts";
import {
	countLocationProfiles,
	listLocationProfiles,
	type ProfileQuery,
} from "#lib/data/location-profiles.ts";
import { inTransaction } from "#lib/data/transaction.ts";

/** Those that the actor sees; null for all. */
const idsSeenBy = ({ grants }: Context) =>
	isAllowed(grants, "agency.view", null) ? null : [...grants.locationRoles.keys()];

/** PostgreSQL refuses to compare a text with a NUL, which no name has. */
const isNone = ({ search, email }: Pick<ProfileQuery, "search" | "email">) =>
	`${search}${email}`.includes("\0");

/** Some of the locations that the actor sees, with what they tell about themselves. */
export function searchLocations(ctx: Context, query: ProfileQuery) {
	return inTransaction(ctx, async (tx) =>
		isNone(query) ? [] : listLocationProfiles(tx, ctx.agencyId, idsSeenBy(ctx), query),
	);
}

/** How many locations {@link searchLocations} finds in all. */
export function countSearchedLocations(ctx: Context, query: Pick<ProfileQuery, "search" | "email">) {
	return inTransaction(ctx, async (tx) =>
		isNone(query) ? 0 : countLocationProfiles(tx, ctx.agencyId, idsSeenBy(ctx), query),
	);
}
