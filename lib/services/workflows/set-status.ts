import type { WorkflowStatus } from "#lib/core/crm/workflow-states.ts";
import { Steps, Trigger } from "#lib/core/crm/workflow-steps.ts";
import { AppError } from "#lib/core/errors.ts";
import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { updateWorkflow } from "#lib/data/workflows.ts";
import { lockChangeableWorkflow } from "./authorize.ts";
import { refuseUnknownParts } from "./check-parts.ts";

type Change = { workflowId: string; status: WorkflowStatus };

/** Publishes a workflow, or makes it a draft again, which starts nothing any more. What is under way goes on. */
export function setWorkflowStatus(ctx: Context, { workflowId, status }: Change) {
	return inTransaction(ctx, async (tx) => {
		const { locationId, name, ...before } = await lockChangeableWorkflow(tx, ctx, workflowId);
		if (before.status === status) return { id: workflowId, name, status };
		if (status === "PUBLISHED") {
			const steps = Steps.parse(before.steps);
			refuseEmpty(steps);
			const parts = { trigger: Trigger.parse(before.trigger), steps };
			await refuseUnknownParts(tx, { agencyId: ctx.agencyId, locationId }, parts);
		}
		await updateWorkflow(tx, ctx.agencyId, workflowId, { status }, ctx.now);
		return { id: workflowId, name, status };
	});
}

/** Refuses a workflow that would do nothing. */
export function refuseEmpty(steps: readonly unknown[]) {
	if (steps.length > 0) return;
	const message = "Add at least one step: a workflow without one would do nothing.";
	throw new AppError("invalid_input", message, { fields: [{ field: "steps", message }] });
}
