import type { LocationValue } from "#lib/core/crm/location-values.ts";
import { AppError, notFound } from "#lib/core/errors.ts";
import { foldName } from "#lib/core/text.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { findLocationValue } from "#lib/data/location-values.ts";
import { lockLocation } from "#lib/data/locations.ts";
import { permitCrm } from "../permit-crm.ts";

/** A value that the actor may change. Its location is held, so that its values change one after the other. */
export async function lockChangeableValue(tx: Tx, ctx: Context, valueId: string): Promise<LocationValue> {
	const found = await findLocationValue(tx, ctx.agencyId, valueId);
	await permitCrm(tx, ctx, found?.locationId, "write");
	if (found) await lockLocation(tx, ctx.agencyId, found.locationId);
	const value = await findLocationValue(tx, ctx.agencyId, valueId);
	if (!value) throw notFound();
	return value;
}

/** Refuses a name that another of these values has. */
export function refuseSameName(values: readonly LocationValue[], name: string) {
	if (!values.some((value) => foldName(value.name) === foldName(name))) return;
	const message = "Another custom value of this location has this name.";
	throw new AppError("conflict", message, { fields: [{ field: "name", message }] });
}
