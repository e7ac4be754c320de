import { AppError, notFound } from "#lib/core/errors.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { findRun, lockRun, type RunFacts } from "#lib/data/workflow-runs.ts";
import { findWorkflow, lockWorkflow, type WorkflowFacts } from "#lib/data/workflows.ts";
import { permitCrm } from "../permit-crm.ts";

/** Loads a workflow that the actor may see. */
export async function findReadableWorkflow(tx: Tx, ctx: Context, workflowId: string): Promise<WorkflowFacts> {
	const workflow = await findWorkflow(tx, ctx.agencyId, workflowId);
	await permitCrm(tx, ctx, workflow?.locationId, "read");
	if (!workflow) throw notFound();
	return workflow;
}

/** Locks a workflow that the actor may change. */
export async function lockChangeableWorkflow(
	tx: Tx,
	ctx: Context,
	workflowId: string,
): Promise<WorkflowFacts> {
	const workflow = await lockWorkflow(tx, ctx.agencyId, workflowId);
	await permitCrm(tx, ctx, workflow?.locationId, "write");
	if (!workflow) throw notFound();
	return workflow;
}

/** Refuses when somebody changed the workflow after the actor saw it. */
export function refuseUnseenChange(workflow: WorkflowFacts, version: number) {
	if (workflow.version === version) return;
	const text = "Somebody else changed this workflow meanwhile. Reload to see what it says now.";
	throw new AppError("conflict", text);
}

/** Loads a run that the actor may see, also one of a workflow that was deleted. */
export async function findReadableRun(tx: Tx, ctx: Context, runId: string): Promise<RunFacts> {
	const run = await findRun(tx, ctx.agencyId, runId);
	await permitCrm(tx, ctx, run?.locationId, "read");
	if (!run) throw notFound();
	return run;
}

/** Locks a run that the actor may change. */
export async function lockChangeableRun(tx: Tx, ctx: Context, runId: string): Promise<RunFacts> {
	const run = await lockRun(tx, ctx.agencyId, runId);
	await permitCrm(tx, ctx, run?.locationId, "write");
	if (!run) throw notFound();
	return run;
}
