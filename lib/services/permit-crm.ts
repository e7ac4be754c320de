import { notFound } from "#lib/core/errors.ts";
import { isAllowed } from "#lib/core/permissions.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { findLocation } from "#lib/data/locations.ts";
import { permit } from "./permit.ts";

/**
 * Refuses unless the actor may read the CRM records of a location, or change them. `locationId` is the record's own;
 * undefined when there is no such record, which looks the same as one of a place that the actor may not see.
 */
export async function permitCrm(
	tx: Tx,
	ctx: Context,
	locationId: string | undefined,
	verb: "read" | "write",
): Promise<void> {
	const location = locationId === undefined ? null : await findLocation(tx, ctx.agencyId, locationId);
	if (!location || !isAllowed(ctx.grants, "crm.read", location.id)) throw notFound();
	if (verb === "write") permit(ctx, "crm.write", location.id);
}
