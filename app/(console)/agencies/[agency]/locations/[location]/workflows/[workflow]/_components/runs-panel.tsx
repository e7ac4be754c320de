import { listRuns, type RunQuery } from "#lib/services/workflows/list-runs.ts";
import { workflowsHref } from "../../_components/place.ts";
import type { WorkflowPlace } from "../../actions.ts";
import type { RunsSearch } from "../../search-params.ts";
import { RunsTable } from "./runs-table.tsx";

type RunsPanelProps = { ctx: Parameters<typeof listRuns>[0]; place: WorkflowPlace; query: RunQuery };

/** Reads a page of a workflow's runs. An address may name a page that is gone by now: it shows the last one that there is. */
export async function RunsPanel({ ctx, place, query }: RunsPanelProps) {
	let shown = query;
	let list = await listRuns(ctx, query);
	if (list.rows.length === 0 && list.total > 0) {
		shown = { ...query, page: Math.ceil(list.total / query.pageSize) };
		list = await listRuns(ctx, shown);
	}
	return (
		<RunsTable
			href={`${workflowsHref(place)}/runs`}
			page={{ ...list, page: shown.page, size: query.pageSize as RunsSearch["size"] }}
			isEmpty={list.total === 0 && query.state === null}
		/>
	);
}
