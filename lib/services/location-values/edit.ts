import type { LocationValue } from "#lib/core/crm/location-values.ts";
import type { Context } from "#lib/data/context.ts";
import { listLocationValueRows, updateLocationValue } from "#lib/data/location-values.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { lockChangeableValue, refuseSameName } from "./authorize.ts";

type Edit = { valueId: string; name?: string | undefined; value?: string | undefined };

/** Changes a value, its name or both. Its key stays, so that programs go on. */
export function editLocationValue(ctx: Context, { valueId, ...edit }: Edit): Promise<LocationValue> {
	return inTransaction(ctx, async (tx) => {
		const before = await lockChangeableValue(tx, ctx, valueId);
		const { name = before.name, value = before.value } = edit;
		const { locationId } = before;
		const present = await listLocationValueRows(tx, { agencyId: ctx.agencyId, locationId });
		refuseSameName(
			present.filter(({ id }) => id !== before.id),
			name,
		);
		return updateLocationValue(tx, ctx.agencyId, before.id, { name, value }, ctx.now);
	});
}
