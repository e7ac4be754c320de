import type { Context } from "#lib/data/context.ts";
import { updateLocation } from "#lib/data/locations.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { recordAudit } from "../audit/record.ts";
import { lockChangeableLocation } from "./authorize.ts";
import { checkLocationName } from "./check-name.ts";

/** Gives a location another name. Its address stays, so that links to it go on leading there. */
export function renameLocation(ctx: Context, { locationId, name }: { locationId: string; name: string }) {
	return inTransaction(ctx, async (tx) => {
		const before = await lockChangeableLocation(tx, ctx, locationId);
		await checkLocationName(tx, ctx, name, locationId);
		const after = await updateLocation(tx, ctx.agencyId, locationId, { name });
		await recordAudit(tx, ctx, {
			action: "location.rename",
			subject: { kind: "location", id: locationId },
			locationId,
			before: { name: before.name },
			after: { name: after.name },
		});
		return { id: after.id, name: after.name };
	});
}
