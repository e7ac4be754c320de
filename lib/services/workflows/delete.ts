import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { stopRuns } from "#lib/data/workflow-runs.ts";
import { updateWorkflow } from "#lib/data/workflows.ts";
import { lockChangeableWorkflow } from "./authorize.ts";

type Deletion = {
	workflowId: string;
	/** Also ends what is under way, which would go on otherwise. */
	stopsRuns: boolean;
};

/** Deletes a workflow. Answers how many runs were stopped. */
export function deleteWorkflow(ctx: Context, { workflowId, stopsRuns }: Deletion) {
	return inTransaction(ctx, async (tx) => {
		const { name } = await lockChangeableWorkflow(tx, ctx, workflowId);
		await updateWorkflow(tx, ctx.agencyId, workflowId, { deletedAt: ctx.now }, ctx.now);
		const stopped = stopsRuns ? await stopRuns(tx, ctx.agencyId, { workflowId }, ctx.now) : 0;
		return { id: workflowId, name, stopped };
	});
}
