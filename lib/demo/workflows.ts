import type { Context } from "#lib/data/context.ts";
import { createWorkflow } from "#lib/services/workflows/create.ts";
import { setWorkflowStatus } from "#lib/services/workflows/set-status.ts";

/** A workflow at each location that greets whoever is tagged as a lead. */
export async function seedWorkflows(ctx: Context, locations: readonly { id: string }[]) {
	for (const { id: locationId } of locations) {
		const workflow = await createWorkflow(ctx, {
			locationId,
			name: "Welcome a new lead",
			trigger: { kind: "contact_tagged", tag: "lead" },
			steps: [
				{ kind: "add_tag", tag: "welcomed" },
				{ kind: "wait", minutes: 3 * 24 * 60 },
				{ kind: "update_field", field: "source", value: "Followed up" },
				{ kind: "remove_tag", tag: "lead" },
			],
		});
		await setWorkflowStatus(ctx, { workflowId: workflow.id, status: "PUBLISHED" });
	}
}
