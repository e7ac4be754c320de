import type { WorkflowSummary } from "#lib/core/crm/workflows.ts";
import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { countRunsOf, listWorkflowRows, type WorkflowQuery } from "#lib/data/workflows.ts";
import { permitCrm } from "../permit-crm.ts";
import { summarizeWorkflow } from "./summarize.ts";

export type { WorkflowQuery } from "#lib/data/workflows.ts";

/** A page of a location's workflows by name, and how many there are in all. */
export function listWorkflows(
	ctx: Context,
	query: WorkflowQuery,
): Promise<{ rows: WorkflowSummary[]; total: number }> {
	return inTransaction(ctx, async (tx) => {
		await permitCrm(tx, ctx, query.locationId, "read");
		const { rows, total } = await listWorkflowRows(tx, ctx.agencyId, query);
		const counts = await countRunsOf(
			tx,
			ctx.agencyId,
			rows.map(({ id }) => id),
		);
		const countsOf = new Map(counts.map((count) => [count.workflowId, count]));
		return { total, rows: rows.map((row) => summarizeWorkflow(row, countsOf.get(row.id))) };
	});
}
