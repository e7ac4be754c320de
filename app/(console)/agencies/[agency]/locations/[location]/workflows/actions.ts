"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { textsOf } from "#components/texts/texts-of.ts";
import { runAction } from "#lib/actions/run-action.ts";
import { WORKFLOW_STATUSES } from "#lib/core/crm/workflow-states.ts";
import { WorkflowEdit, WorkflowFields } from "#lib/core/crm/workflows.ts";
import { Id } from "#lib/core/ids.ts";
import { createWorkflow } from "#lib/services/workflows/create.ts";
import { deleteWorkflow } from "#lib/services/workflows/delete.ts";
import { editWorkflow } from "#lib/services/workflows/edit.ts";
import { setWorkflowStatus } from "#lib/services/workflows/set-status.ts";
import { stopRun } from "#lib/services/workflows/stop-run.ts";

export type WorkflowPlace = { agency: string; location: string };

const NewForm = WorkflowFields.extend({ locationId: Id });
const StatusForm = z.strictObject({ workflowId: Id, status: z.enum(WORKFLOW_STATUSES) });
const DeleteForm = z.strictObject({ workflowId: Id, stopsRuns: z.boolean() });
const RunForm = z.strictObject({ runId: Id });

/** Each step shows what is wrong with it. */
const fieldOf = ([first = "", second]: readonly PropertyKey[]) =>
	first === "steps" && second !== undefined ? `steps.${String(second)}` : String(first);

/** What was stored, whose texts may have been trimmed. */
const storedOf = ({ name, trigger, steps }: WorkflowFields) => ({ name, trigger, steps });

const refresh = () => revalidatePath("/agencies/[agency]/locations/[location]/workflows", "layout");

export async function createWorkflowAction(place: WorkflowPlace, input: unknown) {
	return runAction({ place, input, schema: NewForm, fieldOf }, async (ctx, fields) => {
		const { id, version } = await createWorkflow(ctx, fields);
		const data = { id, version, stored: storedOf(fields) };
		return { message: (await textsOf("workflows"))("done.created"), data };
	});
}

export async function editWorkflowAction(place: WorkflowPlace, input: unknown) {
	return runAction({ place, input, schema: WorkflowEdit, fieldOf }, async (ctx, edit) => {
		const { id, version } = await editWorkflow(ctx, edit);
		refresh();
		const data = { id, version, stored: storedOf(edit) };
		return { message: (await textsOf("workflows"))("done.saved"), data };
	});
}

export async function setWorkflowStatusAction(place: WorkflowPlace, input: unknown) {
	return runAction({ place, input, schema: StatusForm }, async (ctx, form) => {
		await setWorkflowStatus(ctx, form);
		refresh();
		const t = await textsOf("workflows");
		const message = t(form.status === "PUBLISHED" ? "done.published" : "done.unpublished");
		return { message, data: undefined };
	});
}

/** Refreshes nothing: the page that it is called on is the one of what is deleted. */
export async function deleteWorkflowAction(place: WorkflowPlace, input: unknown) {
	return runAction({ place, input, schema: DeleteForm }, async (ctx, form) => {
		await deleteWorkflow(ctx, form);
		return { message: (await textsOf("workflows"))("done.deleted"), data: undefined };
	});
}

export async function stopRunAction(place: WorkflowPlace, input: unknown) {
	return runAction({ place, input, schema: RunForm }, async (ctx, form) => {
		await stopRun(ctx, form);
		refresh();
		return { message: (await textsOf("workflows"))("done.runStopped"), data: undefined };
	});
}
