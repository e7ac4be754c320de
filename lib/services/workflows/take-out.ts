import { notFound } from "#lib/core/errors.ts";
import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { lockContactAt, stopRuns } from "#lib/data/workflow-runs.ts";
import { lockChangeableWorkflow } from "./authorize.ts";

type TakeOut = { workflowId: string; contactId: string };

/** Ends what a contact is under way with in a workflow. Answers how many runs that were; none is no refusal. */
export function takeOutOfWorkflow(ctx: Context, { workflowId, contactId }: TakeOut) {
	return inTransaction(ctx, async (tx) => {
		const { locationId } = await lockChangeableWorkflow(tx, ctx, workflowId);
		const place = { agencyId: ctx.agencyId, locationId };
		if (!(await lockContactAt(tx, place, contactId))) throw notFound();
		return { stopped: await stopRuns(tx, ctx.agencyId, { workflowId, contactId }, ctx.now) };
	});
}
