import { AppError } from "#lib/core/errors.ts";
import type { Context } from "#lib/data/context.ts";
import { updateLocation } from "#lib/data/locations.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { recordAudit } from "../audit/record.ts";
import { propagate } from "../propagate.ts";
import { lockChangeableLocation } from "./authorize.ts";

/** Lets a suspended location's keys work again, as far as they would by themselves. */
export function resumeLocation(ctx: Context, { locationId }: { locationId: string }) {
	const change = inTransaction(ctx, async (tx) => {
		const { id, name, suspendedAt } = await lockChangeableLocation(tx, ctx, locationId);
		if (!suspendedAt) throw new AppError("conflict", "This location is not suspended.");
		await updateLocation(tx, ctx.agencyId, id, { suspendedAt: null });
		await recordAudit(tx, ctx, {
			action: "location.resume",
			subject: { kind: "location", id },
			locationId: id,
			before: { name, suspendedAt: suspendedAt.toISOString() },
			after: { name, suspendedAt: null },
		});
		return { id, name };
	});
	return propagate(ctx, change);
}
