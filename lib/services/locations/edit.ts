import { canonicalJson } from "#lib/core/canonical-json.ts";
import { changeProfile, type LocationProfile } from "#lib/core/places/profile.ts";
import type { Context } from "#lib/data/context.ts";
import { findLocationProfile, updateLocationProfile } from "#lib/data/location-profiles.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { recordAudit } from "../audit/record.ts";
import { lockChangeableLocation } from "./authorize.ts";
import { checkLocationName } from "./check-name.ts";

type Edit = { locationId: string; name: string | undefined; profile: LocationProfile };

/** Changes a location's name and what it tells about itself. Its address stays. */
export function editLocation(ctx: Context, { locationId, name, profile }: Edit) {
	return inTransaction(ctx, async (tx) => {
		const { name: nameBefore } = await lockChangeableLocation(tx, ctx, locationId);
		if (name !== undefined && name !== nameBefore) await checkLocationName(tx, ctx, name, locationId);
		const stored = await findLocationProfile(tx, ctx.agencyId, locationId);
		const before = { name: nameBefore, profile: stored?.profile ?? {} };
		const after = { name: name ?? nameBefore, profile: changeProfile(before.profile, profile) };
		if (canonicalJson(before) === canonicalJson(after)) return { id: locationId, ...after };
		await updateLocationProfile(tx, ctx.agencyId, locationId, after);
		await recordAudit(tx, ctx, {
			action: "location.edit",
			subject: { kind: "location", id: locationId },
			locationId,
			before,
			after,
		});
		return { id: locationId, ...after };
	});
}
