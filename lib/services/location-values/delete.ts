import type { LocationValue } from "#lib/core/crm/location-values.ts";
import type { Context } from "#lib/data/context.ts";
import { deleteLocationValueRow } from "#lib/data/location-values.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { lockChangeableValue } from "./authorize.ts";

/** Forgets a value. */
export function deleteLocationValue(ctx: Context, { valueId }: { valueId: string }): Promise<LocationValue> {
	return inTransaction(ctx, async (tx) => {
		const before = await lockChangeableValue(tx, ctx, valueId);
		await deleteLocationValueRow(tx, ctx.agencyId, before.id);
		return before;
	});
}
