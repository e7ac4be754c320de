import type { CustomField } from "#lib/core/crm/custom-fields.ts";
import type { Context } from "#lib/data/context.ts";
import { deleteCustomFieldRow } from "#lib/data/custom-fields.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { lockChangeableField } from "./authorize.ts";

/** Takes a custom field away, with what every contact has in it. */
export function deleteCustomField(ctx: Context, { fieldId }: { fieldId: string }): Promise<CustomField> {
	return inTransaction(ctx, async (tx) => {
		const before = await lockChangeableField(tx, ctx, fieldId);
		await deleteCustomFieldRow(tx, ctx.agencyId, before);
		return before;
	});
}
