import type { Metadata } from "next";
import { Suspense } from "react";
import { TableSkeleton } from "#components/data-table/table-skeleton.tsx";
import { textsOf } from "#components/texts/texts-of.ts";
import { Panel } from "#components/ui/panel.tsx";
import { loadRunsSearch, toRunQuery } from "../../search-params.ts";
import { loadWorkflow } from "../_components/load-workflow.ts";
import { RunsPanel } from "../_components/runs-panel.tsx";
import { WorkflowFrame } from "../_components/workflow-frame.tsx";

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await textsOf("workflows"))("run.listTitle") };
}

export default async function WorkflowRunsPage(
	props: PageProps<"/agencies/[agency]/locations/[location]/workflows/[workflow]/runs">,
) {
	const { ctx, location, ...frame } = await loadWorkflow(await props.params);
	const search = await loadRunsSearch(props.searchParams);
	const query = toRunQuery(search, { locationId: location.id, workflowId: frame.workflow.id });

	return (
		<WorkflowFrame {...frame} tab="runs">
			<Panel>
				<Suspense fallback={<TableSkeleton columns={5} />}>
					<RunsPanel ctx={ctx} place={frame.place} query={query} />
				</Suspense>
			</Panel>
		</WorkflowFrame>
	);
}
