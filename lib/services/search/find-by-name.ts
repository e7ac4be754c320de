import { notFound } from "#lib/core/errors.ts";
import { FIND_CHARACTERS_MIN, FOUND_KINDS, type Found, type FoundKind } from "#lib/core/found.ts";
import { isAllowed, keyPermission } from "#lib/core/permissions.ts";
import { foldName } from "#lib/core/text.ts";
import type { Context } from "#lib/data/context.ts";
import { findLocation } from "#lib/data/locations.ts";
import { findNames } from "#lib/data/name-search.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { peoplePermission } from "../permit-people.ts";

const MAX_OF_A_KIND = 5;

/** Where to look: at a location, or in the whole agency when `locationId` is null. */
type FindByName = { text: string; locationId: string | null };

/** A few things of each kind that the actor may see at the place and whose name contains the text. */
export async function findByName(ctx: Context, { text, locationId }: FindByName): Promise<Found[]> {
	const place = locationId === null ? "agency.view" : "location.view";
	if (!isAllowed(ctx.grants, place, locationId)) throw notFound();
	const search = foldName(text);
	// PostgreSQL refuses to compare a text with a NUL, which no name has.
	if ([...search].length < FIND_CHARACTERS_MIN || search.includes("\0")) return [];
	const kinds = FOUND_KINDS.filter((kind) => maySee(ctx, kind, locationId));
	return inTransaction(ctx, async (tx) => {
		if (locationId !== null && !(await findLocation(tx, ctx.agencyId, locationId))) throw notFound();
		const found: Found[] = [];
		for (const kind of kinds) {
			const query = { search, locationId, max: MAX_OF_A_KIND };
			found.push(...(await findNames(tx, ctx.agencyId, kind, query)));
		}
		return found;
	});
}

/** The records of the CRM belong to one location each, and are looked for there alone. */
function maySee({ grants }: Context, kind: FoundKind, locationId: string | null) {
	if (kind === "key") return isAllowed(grants, keyPermission(locationId, "read"), locationId);
	if (kind === "person") return isAllowed(grants, peoplePermission(locationId, "read"), locationId);
	return locationId !== null && isAllowed(grants, "crm.read", locationId);
}
