import { Steps } from "#lib/core/crm/workflow-steps.ts";
import { AppError, notFound } from "#lib/core/errors.ts";
import { newId } from "#lib/core/ids.ts";
import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { findRunning, lockContactAt } from "#lib/data/workflow-runs.ts";
import { lockChangeableWorkflow } from "./authorize.ts";
import { startRun } from "./start.ts";

type PutIn = {
	workflowId: string;
	contactId: string;
	/** When the first step is due; at once when it is left out or past. */
	startAt?: Date;
};

/** Puts a contact into a published workflow, whatever its trigger is. One that is under way in it stays where it is. */
export function putIntoWorkflow(ctx: Context, { workflowId, contactId, startAt = ctx.now }: PutIn) {
	return inTransaction(ctx, async (tx) => {
		const { locationId, ...workflow } = await lockChangeableWorkflow(tx, ctx, workflowId);
		const place = { agencyId: ctx.agencyId, locationId, now: ctx.now };
		if (!(await lockContactAt(tx, place, contactId))) throw notFound();
		if (workflow.status !== "PUBLISHED") {
			throw new AppError("conflict", "This workflow is a draft. Publish it before you put contacts in.");
		}
		const running = await findRunning(tx, ctx.agencyId, { workflowId, contactId });
		if (running) return { runId: running.id, isNew: false };
		const steps = Steps.parse(workflow.steps);
		const occasion = `put in ${newId()}`;
		const run = { workflowId, contactId, occasion, startedBy: "api", steps, firstRunId: null, depth: 0 };
		const dueAt = startAt > ctx.now ? startAt : ctx.now;
		const runId = await startRun(tx, place, run, dueAt);
		if (runId === null) throw new Error("an occasion of its own has started a run before");
		return { runId, isNew: true };
	});
}
