import { notFound } from "#lib/core/errors.ts";
import { isAllowed, keyPermission } from "#lib/core/permissions.ts";
import type { Context } from "#lib/data/context.ts";

/** Refuses those who may not read the keys of a place: the agency's when `locationId` is null. */
export function permitOverview({ grants }: Context, locationId: string | null) {
	if (!isAllowed(grants, keyPermission(locationId, "read"), locationId)) throw notFound();
}
