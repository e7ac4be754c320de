import { notFound } from "#lib/core/errors.ts";
import { lockAgency, updateAgency } from "#lib/data/agencies.ts";
import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { recordAudit } from "../audit/record.ts";
import { permit } from "../permit.ts";

/** Gives the agency another name. Its address stays, so that links to it go on leading there. */
export async function renameAgency(ctx: Context, { name }: { name: string }) {
	permit(ctx, "agency.edit");
	return inTransaction(ctx, async (tx) => {
		const before = await lockAgency(tx, ctx.agencyId);
		if (!before) throw notFound();
		const after = await updateAgency(tx, ctx.agencyId, { name });
		await recordAudit(tx, ctx, {
			action: "agency.rename",
			subject: { kind: "agency", id: ctx.agencyId },
			before: { name: before.name },
			after: { name: after.name },
		});
		return { name: after.name };
	});
}
