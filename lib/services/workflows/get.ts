import type { WorkflowDetail } from "#lib/core/crm/workflows.ts";
import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { countRunsOf } from "#lib/data/workflows.ts";
import { findReadableWorkflow } from "./authorize.ts";
import { presentWorkflow } from "./summarize.ts";

/** A workflow with its steps, and the location that it is of. */
export function getWorkflow(
	ctx: Context,
	{ workflowId }: { workflowId: string },
): Promise<WorkflowDetail & { locationId: string }> {
	return inTransaction(ctx, async (tx) => {
		const row = await findReadableWorkflow(tx, ctx, workflowId);
		const [runs] = await countRunsOf(tx, ctx.agencyId, [workflowId]);
		return { ...presentWorkflow(row, runs), locationId: row.locationId };
	});
}
