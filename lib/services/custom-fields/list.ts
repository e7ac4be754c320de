import type { CustomField, CustomFieldSummary } from "#lib/core/crm/custom-fields.ts";
import { notFound } from "#lib/core/errors.ts";
import type { Context } from "#lib/data/context.ts";
import { countCustomValues, findCustomField, listCustomFieldRows } from "#lib/data/custom-fields.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { permitCrm } from "../permit-crm.ts";

/** The custom fields of a location's contacts, the oldest first. */
export const listCustomFields = (
	ctx: Context,
	{ locationId }: { locationId: string },
): Promise<CustomField[]> =>
	inTransaction(ctx, async (tx) => {
		await permitCrm(tx, ctx, locationId, "read");
		return listCustomFieldRows(tx, { agencyId: ctx.agencyId, locationId });
	});

/** {@link listCustomFields}, with how many contacts have something in each. */
export const listUsedCustomFields = (
	ctx: Context,
	{ locationId }: { locationId: string },
): Promise<CustomFieldSummary[]> =>
	inTransaction(ctx, async (tx) => {
		await permitCrm(tx, ctx, locationId, "read");
		const place = { agencyId: ctx.agencyId, locationId };
		const counts = await countCustomValues(tx, place);
		const fields = await listCustomFieldRows(tx, place);
		return fields.map((field) => ({ ...field, contacts: counts.get(field.id) ?? 0 }));
	});

/** One custom field. */
export const getCustomField = (ctx: Context, { fieldId }: { fieldId: string }): Promise<CustomField> =>
	inTransaction(ctx, async (tx) => {
		const field = await findCustomField(tx, ctx.agencyId, fieldId);
		await permitCrm(tx, ctx, field?.locationId, "read");
		if (!field) throw notFound();
		return field;
	});
