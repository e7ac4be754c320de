import { WORKFLOWS_MAX } from "#lib/core/crm/workflow-parts.ts";
import type { WorkflowFields } from "#lib/core/crm/workflows.ts";
import { AppError } from "#lib/core/errors.ts";
import { newId } from "#lib/core/ids.ts";
import type { Context } from "#lib/data/context.ts";
import { lockLocation } from "#lib/data/locations.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { countWorkflows, insertWorkflow } from "#lib/data/workflows.ts";
import { permitCrm } from "../permit-crm.ts";
import { refuseUnknownParts } from "./check-parts.ts";

type NewWorkflow = WorkflowFields & { locationId: string };

/** Makes a workflow, a draft at first. The location is held meanwhile, so that of two at once only as many come to be as there is room for. */
export function createWorkflow(ctx: Context, { locationId, ...fields }: NewWorkflow) {
	return inTransaction(ctx, async (tx) => {
		await permitCrm(tx, ctx, locationId, "write");
		await lockLocation(tx, ctx.agencyId, locationId);
		if ((await countWorkflows(tx, ctx.agencyId, locationId)) >= WORKFLOWS_MAX) {
			const text = `A location may have up to ${WORKFLOWS_MAX} workflows. Delete one that is not needed any more.`;
			throw new AppError("conflict", text);
		}
		const place = { agencyId: ctx.agencyId, locationId };
		await refuseUnknownParts(tx, place, fields);
		const { id, name, version } = await insertWorkflow(tx, place, { id: newId(), ...fields }, ctx.now);
		return { id, name, version };
	});
}
