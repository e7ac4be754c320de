import { WorkflowList } from "#lib/contracts/v1/workflows.ts";
import { presentWorkflow } from "#lib/contracts/workflow.ts";
import { listAllWorkflows } from "#lib/services/workflows/list-all.ts";
import { type Route, route } from "../route.ts";

export const WORKFLOW_ROUTES_V1: readonly Route[] = [
	route({
		dialect: "v1",
		method: "GET",
		path: "/api/v1/workflows",
		operationId: "listWorkflows",
		tag: "Workflows",
		summary: "List workflows",
		scopes: ["workflows.readonly"],
		location: "needed",
		answers: { 200: WorkflowList },
		async handle({ ctx, locationId }) {
			const all = await listAllWorkflows(ctx, { locationId });
			return { status: 200, body: { workflow: all.map(presentWorkflow) } };
		},
	}),
];
