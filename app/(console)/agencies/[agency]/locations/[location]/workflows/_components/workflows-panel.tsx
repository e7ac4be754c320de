import { listWorkflows, type WorkflowQuery } from "#lib/services/workflows/list.ts";
import { listNameableParts } from "#lib/services/workflows/list-nameable.ts";
import type { WorkflowPlace } from "../actions.ts";
import type { WorkflowsSearch } from "../search-params.ts";
import { WorkflowsTable } from "./workflows-table.tsx";

type WorkflowsPanelProps = {
	ctx: Parameters<typeof listWorkflows>[0];
	place: WorkflowPlace;
	query: WorkflowQuery;
	mayChange: boolean;
};

/** Reads a page of workflows. An address may name a page that is gone by now: it shows the last one that there is. */
export async function WorkflowsPanel({ ctx, place, query, mayChange }: WorkflowsPanelProps) {
	let shown = query;
	let list = await listWorkflows(ctx, query);
	if (list.rows.length === 0 && list.total > 0) {
		shown = { ...query, page: Math.ceil(list.total / query.pageSize) };
		list = await listWorkflows(ctx, shown);
	}
	return (
		<WorkflowsTable
			place={place}
			page={{ ...list, page: shown.page, size: query.pageSize as WorkflowsSearch["size"] }}
			nameable={await listNameableParts(ctx, query)}
			isEmpty={list.total === 0 && query.search === null && query.status === null}
			mayChange={mayChange}
		/>
	);
}
