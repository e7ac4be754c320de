import { WorkflowList } from "#lib/contracts/v1/workflows.ts";
import { presentWorkflow } from "#lib/contracts/workflow.ts";
import { WORKFLOWS_MAX } from "#lib/core/crm/workflows.ts";
import { listWorkflows } from "#lib/services/workflows/list.ts";
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
			const all = { locationId, search: null, status: null, page: 1, pageSize: WORKFLOWS_MAX };
			const { rows } = await listWorkflows(ctx, all);
			return { status: 200, body: { workflow: rows.map(presentWorkflow) } };
		},
	}),
];
