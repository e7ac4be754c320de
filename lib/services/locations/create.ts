import { newId } from "#lib/core/ids.ts";
import type { Context } from "#lib/data/context.ts";
import { insertLocation } from "#lib/data/members.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { recordAudit } from "../audit/record.ts";
import { permit } from "../permit.ts";
import { refuseDuplicate } from "../refuse-duplicate.ts";

/** Makes a location of the agency. */
export async function createLocation(ctx: Context, { name, slug }: { name: string; slug: string }) {
	permit(ctx, "location.write");
	const id = newId();
	const creation = inTransaction(ctx, async (tx) => {
		await insertLocation(tx, { agencyId: ctx.agencyId, id, slug, name }, ctx.now);
		await recordAudit(tx, ctx, {
			action: "location.create",
			subject: { kind: "location", id },
			locationId: id,
			after: { name, slug },
		});
		return { id, slug };
	});
	return refuseDuplicate(creation, {
		field: "slug",
		message: "Another location has this name in its address.",
	});
}
