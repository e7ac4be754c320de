import type { CustomField } from "#lib/core/crm/custom-fields.ts";
import type { Context } from "#lib/data/context.ts";
import { listCustomFieldRows, renameCustomFieldRow } from "#lib/data/custom-fields.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { lockChangeableField } from "./authorize.ts";
import { refuseSameName } from "./refuse-same-name.ts";

/** Gives a custom field another name. Its key stays, so that programs and templates go on. */
export function renameCustomField(
	ctx: Context,
	{ fieldId, name }: { fieldId: string; name: string },
): Promise<CustomField> {
	return inTransaction(ctx, async (tx) => {
		const { locationId } = await lockChangeableField(tx, ctx, fieldId);
		const present = await listCustomFieldRows(tx, { agencyId: ctx.agencyId, locationId });
		refuseSameName(
			present.filter(({ id }) => id !== fieldId),
			name,
		);
		return renameCustomFieldRow(tx, ctx.agencyId, fieldId, name);
	});
}
