import { type FirstStep, firstStepsOf } from "#lib/core/first-steps.ts";
import { isAllowed } from "#lib/core/permissions.ts";
import type { Context } from "#lib/data/context.ts";
import { readFirstStepsRow } from "#lib/data/first-steps.ts";
import { inTransaction } from "#lib/data/transaction.ts";

/** An agency's first steps with those that are done, told by facts; null for those whom they are not, or no more, for. */
export async function readFirstSteps(ctx: Context): Promise<FirstStep[] | null> {
	const { actor } = ctx;
	if (actor.kind !== "person" || !isAllowed(ctx.grants, "agency.edit", null)) return null;
	const row = await inTransaction(ctx, (tx) => readFirstStepsRow(tx, ctx.agencyId, actor.id));
	return row && firstStepsOf(row, ctx.now);
}
