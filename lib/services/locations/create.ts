import { newId } from "#lib/core/ids.ts";
import type { Context } from "#lib/data/context.ts";
import { insertLocation } from "#lib/data/members.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { recordAudit } from "../audit/record.ts";
import { permit } from "../permit.ts";

/** Makes a location of the agency. */
export function createLocation(ctx: Context, { name, slug }: { name: string; slug: string }) {
	permit(ctx, "location.create");
	const id = newId();
	return inTransaction(ctx, async (tx) => {
		await insertLocation(tx, { agencyId: ctx.agencyId, id, slug, name }, ctx.now);
		await recordAudit(tx, ctx, {
			action: "location.create",
			subject: { kind: "location", id },
			locationId: id,
			after: { name, slug },
		});
		return { id, slug };
	});
}
