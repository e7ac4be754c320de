import type { WorkflowEdit } from "#lib/core/crm/workflows.ts";
import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { updateWorkflow } from "#lib/data/workflows.ts";
import { lockChangeableWorkflow, refuseUnseenChange } from "./authorize.ts";
import { refuseUnknownParts } from "./check-parts.ts";
import { refuseEmpty } from "./set-status.ts";

/** Changes a workflow. Runs that are under way keep the steps with which they began. */
export function editWorkflow(ctx: Context, { workflowId, version, ...fields }: WorkflowEdit) {
	return inTransaction(ctx, async (tx) => {
		const before = await lockChangeableWorkflow(tx, ctx, workflowId);
		refuseUnseenChange(before, version);
		if (before.status === "PUBLISHED") refuseEmpty(fields.steps);
		await refuseUnknownParts(tx, { agencyId: ctx.agencyId, locationId: before.locationId }, fields);
		const after = await updateWorkflow(tx, ctx.agencyId, workflowId, fields, ctx.now);
		return { id: after.id, name: after.name, version: after.version };
	});
}
