import {
	CUSTOM_FIELDS_MAX,
	type CustomField,
	type CustomFieldFields,
	fieldKeyOf,
} from "#lib/core/crm/custom-fields.ts";
import { AppError } from "#lib/core/errors.ts";
import { newId } from "#lib/core/ids.ts";
import type { Context } from "#lib/data/context.ts";
import { insertCustomField, listCustomFieldRows } from "#lib/data/custom-fields.ts";
import { lockLocation } from "#lib/data/locations.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { permitCrm } from "../permit-crm.ts";
import { refuseSameName } from "./refuse-same-name.ts";

/** Gives a location's contacts one more field. */
export function createCustomField(
	ctx: Context,
	{ locationId, ...fields }: CustomFieldFields & { locationId: string },
): Promise<CustomField> {
	return inTransaction(ctx, async (tx) => {
		await permitCrm(tx, ctx, locationId, "write");
		await lockLocation(tx, ctx.agencyId, locationId);
		const present = await listCustomFieldRows(tx, { agencyId: ctx.agencyId, locationId });
		if (present.length >= CUSTOM_FIELDS_MAX) {
			const text = `A location may have up to ${CUSTOM_FIELDS_MAX} custom fields. Delete one that is not needed any more.`;
			throw new AppError("conflict", text);
		}
		refuseSameName(present, fields.name);
		const fieldKey = fieldKeyOf(fields.name, new Set(present.map((field) => field.fieldKey)));
		return insertCustomField(tx, ctx.agencyId, { id: newId(), locationId, fieldKey, ...fields }, ctx.now);
	});
}
