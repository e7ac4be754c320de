import { notFound } from "#lib/core/errors.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { findLocation } from "#lib/data/locations.ts";

/** Refuses a location that the agency does not have: the agency's people have rights at any id. Null is the agency. */
export async function requirePlace(tx: Tx, ctx: Context, locationId: string | null) {
	if (locationId !== null && !(await findLocation(tx, ctx.agencyId, locationId))) throw notFound();
}
