import type { CustomField } from "#lib/core/crm/custom-fields.ts";
import { notFound } from "#lib/core/errors.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { findCustomField, lockCustomField } from "#lib/data/custom-fields.ts";
import { lockLocation } from "#lib/data/locations.ts";
import { permitCrm } from "../permit-crm.ts";

/**
 * A custom field that the actor may change. Its location is held, so that its fields change one after the other, and so is the
 * field, which waits for whoever is giving contacts something in it.
 */
export async function lockChangeableField(tx: Tx, ctx: Context, fieldId: string): Promise<CustomField> {
	const found = await findCustomField(tx, ctx.agencyId, fieldId);
	await permitCrm(tx, ctx, found?.locationId, "write");
	if (found) await lockLocation(tx, ctx.agencyId, found.locationId);
	const field = await lockCustomField(tx, ctx.agencyId, fieldId);
	if (!field) throw notFound();
	return field;
}
