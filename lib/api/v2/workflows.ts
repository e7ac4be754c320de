import { WorkflowList } from "#lib/contracts/v2/workflows.ts";
import { presentWorkflow } from "#lib/contracts/workflow.ts";
import { listAllWorkflows } from "#lib/services/workflows/list-all.ts";
import { type Route, route } from "../route.ts";

export const WORKFLOW_ROUTES_V2: readonly Route[] = [
	route({
		dialect: "v2",
		method: "GET",
		path: "/api/v2/workflows",
		operationId: "getWorkflow",
		tag: "Workflows",
		summary: "List workflows",
		scopes: ["workflows.readonly"],
		location: "needed",
		answers: { 200: WorkflowList },
		async handle({ ctx, locationId }) {
			const all = await listAllWorkflows(ctx, { locationId });
			const workflows = all.map((row) => ({ ...presentWorkflow(row), locationId }));
			return { status: 200, body: { workflows } };
		},
	}),
];
