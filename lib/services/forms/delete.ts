import type { Context } from "#lib/data/context.ts";
import { removeForm } from "#lib/data/forms.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { lockChangeableForm } from "./authorize.ts";

/** Deletes a form with all that was sent by it. The contacts that came of it stay. */
export function deleteForm(
	ctx: Context,
	{ formId }: { formId: string },
): Promise<{ id: string; name: string }> {
	return inTransaction(ctx, async (tx) => {
		const { id, name } = await lockChangeableForm(tx, ctx, formId);
		await removeForm(tx, ctx.agencyId, id);
		return { id, name };
	});
}
