import { WORKFLOWS_MAX } from "#lib/core/crm/workflow-parts.ts";
import type { WorkflowSummary } from "#lib/core/crm/workflows.ts";
import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { listWorkflowRows } from "#lib/data/workflows.ts";
import { permitCrm } from "../permit-crm.ts";
import { summarizeWorkflow } from "./summarize.ts";

type WithoutRuns = Omit<WorkflowSummary, "runs" | "lastRunAt">;

/** All workflows of a location by name, without the numbers of their runs: of very many those take long to count. */
export function listAllWorkflows(
	ctx: Context,
	{ locationId }: { locationId: string },
): Promise<WithoutRuns[]> {
	return inTransaction(ctx, async (tx) => {
		await permitCrm(tx, ctx, locationId, "read");
		const all = { locationId, search: null, status: null, page: 1, pageSize: WORKFLOWS_MAX };
		const { rows } = await listWorkflowRows(tx, ctx.agencyId, all);
		return rows.map((row) => {
			const { runs: _, lastRunAt: __, ...summary } = summarizeWorkflow(row, undefined);
			return summary;
		});
	});
}
