import { AppError } from "#lib/core/errors.ts";
import type { Context } from "#lib/data/context.ts";
import { updateLocation } from "#lib/data/locations.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { recordAudit } from "../audit/record.ts";
import { propagate } from "../propagate.ts";
import { lockChangeableLocation } from "./authorize.ts";

/** Stops all keys of a location, and what agency keys do there, until it is resumed. People keep their access. */
export function suspendLocation(ctx: Context, { locationId }: { locationId: string }) {
	const change = inTransaction(ctx, async (tx) => {
		const { id, name, suspendedAt } = await lockChangeableLocation(tx, ctx, locationId);
		if (suspendedAt) throw new AppError("conflict", "This location is suspended already.");
		await updateLocation(tx, ctx.agencyId, id, { suspendedAt: ctx.now });
		await recordAudit(tx, ctx, {
			action: "location.suspend",
			subject: { kind: "location", id },
			locationId: id,
			after: { name, suspendedAt: ctx.now.toISOString() },
		});
		return { id, name };
	});
	return propagate(ctx, change);
}
