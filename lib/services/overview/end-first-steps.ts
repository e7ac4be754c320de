import { notFound } from "#lib/core/errors.ts";
import { isAllowed } from "#lib/core/permissions.ts";
import type { Context } from "#lib/data/context.ts";
import { insertFirstStepsEnd } from "#lib/data/first-steps.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { permit } from "../permit.ts";

/** Puts an agency's first steps away for good, for the person who asks. Others go on seeing them. */
export async function endFirstSteps(ctx: Context): Promise<void> {
	const { actor } = ctx;
	if (actor.kind !== "person" || !isAllowed(ctx.grants, "agency.view", null)) throw notFound();
	permit(ctx, "agency.edit");
	await inTransaction(ctx, (tx) => insertFirstStepsEnd(tx, ctx.agencyId, actor.id, ctx.now));
}
