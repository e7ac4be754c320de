import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageFrame } from "#components/shell/page-frame.tsx";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Id } from "#lib/core/ids.ts";
import { getRun } from "#lib/services/workflows/get-run.ts";
import { BackLink } from "../../../_components/back-link.tsx";
import { workflowsHref } from "../../../_components/place.ts";
import { RunBadge } from "../../../_components/workflow-status.tsx";
import { STARTED_WORDS } from "../../../_components/workflow-words.ts";
import { loadWorkflow, orNotFound } from "../../_components/load-workflow.ts";
import { RunHistory } from "../../_components/run-history.tsx";
import { RefreshButton } from "../../_components/runs-table.tsx";
import { StopRunButton } from "../../_components/stop-run-button.tsx";

export const metadata: Metadata = { title: "Run of a workflow" };

export default async function WorkflowRunPage(
	props: PageProps<"/agencies/[agency]/locations/[location]/workflows/[workflow]/runs/[run]">,
) {
	const params = await props.params;
	const { ctx, workflow, place, nameable, mayChange } = await loadWorkflow(params);
	const id = Id.safeParse(params.run);
	const run = id.success ? await orNotFound(getRun(ctx, { runId: id.data })) : notFound();
	if (run.workflow.id !== workflow.id) notFound();

	return (
		<>
			<BackLink href={`${workflowsHref(place)}/${workflow.id}/runs`} narrow>
				All runs of <bdi>{workflow.name}</bdi>
			</BackLink>
			<PageFrame
				title={run.contact.name}
				text={
					<span className="flex flex-wrap items-center gap-2">
						<RunBadge state={run.state} />
						<span>
							{STARTED_WORDS[run.startedBy] ?? run.startedBy}, <RelativeTime value={run.startedAt} />
						</span>
					</span>
				}
				action={
					<div className="flex gap-2">
						<RefreshButton />
						{mayChange && run.state === "RUNNING" && (
							<StopRunButton place={place} run={run} workflowName={workflow.name} />
						)}
					</div>
				}
				narrow
			>
				<Panel title="Steps" text="The steps as they were when the run began.">
					<PanelBody>
						<RunHistory run={run} nameable={nameable} />
					</PanelBody>
				</Panel>
			</PageFrame>
		</>
	);
}
