import { notFound } from "#lib/core/errors.ts";
import { isAllowed } from "#lib/core/permissions.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { type LocationFacts, lockLocation } from "#lib/data/locations.ts";
import { permit } from "../permit.ts";

/** Locks a location that the actor may change. One that they may not see does not exist for them. */
export async function lockChangeableLocation(
	tx: Tx,
	ctx: Context,
	locationId: string,
): Promise<LocationFacts> {
	const location = await lockLocation(tx, ctx.agencyId, locationId);
	if (!location || !isAllowed(ctx.grants, "location.view", locationId)) throw notFound();
	permit(ctx, "location.write", locationId);
	return location;
}
