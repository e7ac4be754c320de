import type { ReactNode } from "react";
import { PageFrame } from "#components/shell/page-frame.tsx";
import { LinkTabs } from "#components/ui/link-tabs.tsx";
import type { WorkflowDetail } from "#lib/core/crm/workflows.ts";
import { ViewOnly } from "../../../../../webhooks/_components/create-webhook-button.tsx";
import { BackLink } from "../../_components/back-link.tsx";
import { WORKFLOWS_HEADING_ID, workflowsHref } from "../../_components/place.ts";
import { WorkflowStatusBadge } from "../../_components/workflow-status.tsx";
import { type Nameable, triggerText } from "../../_components/workflow-words.ts";
import type { WorkflowPlace } from "../../actions.ts";
import { WorkflowButtons } from "./workflow-buttons.tsx";

type WorkflowFrameProps = {
	place: WorkflowPlace;
	workflow: WorkflowDetail;
	nameable: Nameable;
	mayChange: boolean;
	tab: "steps" | "runs";
	children: ReactNode;
};

/** What the pages of one workflow have in common. */
export function WorkflowFrame({ place, workflow, nameable, mayChange, tab, children }: WorkflowFrameProps) {
	const href = `${workflowsHref(place)}/${workflow.id}`;
	return (
		<>
			<BackLink href={workflowsHref(place)}>All workflows</BackLink>
			<PageFrame
				title={workflow.name}
				text={
					<span className="flex flex-wrap items-center gap-2">
						<WorkflowStatusBadge status={workflow.status} />
						<bdi className="wrap-anywhere">{triggerText(workflow.trigger, nameable)}</bdi>
					</span>
				}
				headingId={WORKFLOWS_HEADING_ID}
				action={mayChange ? <WorkflowButtons place={place} workflow={workflow} /> : <ViewOnly />}
				tabs={
					<LinkTabs
						label="Views of the workflow"
						tabs={[
							{ href, label: "Steps", count: workflow.stepCount, current: tab === "steps" },
							{ href: `${href}/runs`, label: "Runs", count: workflow.runs.total, current: tab === "runs" },
						]}
					/>
				}
			>
				{children}
			</PageFrame>
		</>
	);
}
