import type { LocationValue } from "#lib/core/crm/location-values.ts";
import { notFound } from "#lib/core/errors.ts";
import type { Context } from "#lib/data/context.ts";
import { findLocationValue, listLocationValueRows } from "#lib/data/location-values.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { permitCrm } from "../permit-crm.ts";

/** What a location keeps, the oldest first. */
export const listLocationValues = (
	ctx: Context,
	{ locationId }: { locationId: string },
): Promise<LocationValue[]> =>
	inTransaction(ctx, async (tx) => {
		await permitCrm(tx, ctx, locationId, "read");
		return listLocationValueRows(tx, { agencyId: ctx.agencyId, locationId });
	});

/** One value. */
export const getLocationValue = (ctx: Context, { valueId }: { valueId: string }): Promise<LocationValue> =>
	inTransaction(ctx, async (tx) => {
		const value = await findLocationValue(tx, ctx.agencyId, valueId);
		await permitCrm(tx, ctx, value?.locationId, "read");
		if (!value) throw notFound();
		return value;
	});
