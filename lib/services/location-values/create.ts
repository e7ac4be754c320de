import { LOCATION_VALUES_MAX, type LocationValue, valueKeyOf } from "#lib/core/crm/location-values.ts";
import { AppError } from "#lib/core/errors.ts";
import { newId } from "#lib/core/ids.ts";
import type { Context } from "#lib/data/context.ts";
import { insertLocationValue, listLocationValueRows } from "#lib/data/location-values.ts";
import { lockLocation } from "#lib/data/locations.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { permitCrm } from "../permit-crm.ts";
import { refuseSameName } from "./authorize.ts";

type NewValue = Pick<LocationValue, "locationId" | "name" | "value">;

/** Keeps a text for a location under a new name. */
export function createLocationValue(ctx: Context, { locationId, name, value }: NewValue) {
	return inTransaction(ctx, async (tx): Promise<LocationValue> => {
		await permitCrm(tx, ctx, locationId, "write");
		await lockLocation(tx, ctx.agencyId, locationId);
		const present = await listLocationValueRows(tx, { agencyId: ctx.agencyId, locationId });
		if (present.length >= LOCATION_VALUES_MAX) {
			const text = `A location may have up to ${LOCATION_VALUES_MAX} custom values. Delete one that is not needed any more.`;
			throw new AppError("conflict", text);
		}
		refuseSameName(present, name);
		const fieldKey = valueKeyOf(name, new Set(present.map((one) => one.fieldKey)));
		return insertLocationValue(tx, ctx.agencyId, { id: newId(), locationId, name, fieldKey, value }, ctx.now);
	});
}
