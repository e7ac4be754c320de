import { newId } from "#lib/core/ids.ts";
import { changeProfile, type LocationProfile } from "#lib/core/places/profile.ts";
import { freeSlug, slugOf } from "#lib/core/slug.ts";
import type { Context } from "#lib/data/context.ts";
import { listUsedSlugs } from "#lib/data/locations.ts";
import { insertLocation } from "#lib/data/members.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { recordAudit } from "../audit/record.ts";
import { permit } from "../permit.ts";
import { propagate } from "../propagate.ts";
import { checkLocationName } from "./check-name.ts";

type NewLocation = { name: string; profile?: LocationProfile };

/**
 * Makes a location of the agency, with an address made from its name that no location of the agency ever had. Keys that
 * act on all locations act on it once every process has heard of it.
 */
export async function createLocation(ctx: Context, { name, profile: given = {} }: NewLocation) {
	permit(ctx, "location.write");
	const id = newId();
	const profile = changeProfile({}, given);
	const creation = inTransaction(ctx, async (tx) => {
		await checkLocationName(tx, ctx, name, null);
		const slug = freeSlug(slugOf(name, "location"), await listUsedSlugs(tx, ctx.agencyId));
		await insertLocation(tx, { agencyId: ctx.agencyId, id, slug, name, profile }, ctx.now);
		await recordAudit(tx, ctx, {
			action: "location.create",
			subject: { kind: "location", id },
			locationId: id,
			after: { name, slug, ...(Object.keys(given).length > 0 && { profile }) },
		});
		return { id, slug, name };
	});
	return propagate(ctx, creation);
}
