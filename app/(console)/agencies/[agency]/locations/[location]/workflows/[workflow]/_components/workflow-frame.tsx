import type { ReactNode } from "react";
import { BackLink } from "#components/shell/back-link.tsx";
import { PageFrame } from "#components/shell/page-frame.tsx";
import { textsOf } from "#components/texts/texts-of.ts";
import { LinkTabs } from "#components/ui/link-tabs.tsx";
import { ViewOnly } from "#components/ui/view-only.tsx";
import type { WorkflowDetail } from "#lib/core/crm/workflows.ts";
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
export async function WorkflowFrame({
	place,
	workflow,
	nameable,
	mayChange,
	tab,
	children,
}: WorkflowFrameProps) {
	const t = await textsOf("workflows");
	const href = `${workflowsHref(place)}/${workflow.id}`;
	return (
		<>
			<BackLink href={workflowsHref(place)}>{t("all")}</BackLink>
			<PageFrame
				title={workflow.name}
				text={
					<span className="flex flex-wrap items-center gap-2">
						<WorkflowStatusBadge status={workflow.status} />
						<bdi className="wrap-anywhere">{triggerText(workflow.trigger, nameable, t)}</bdi>
					</span>
				}
				headingId={WORKFLOWS_HEADING_ID}
				action={mayChange ? <WorkflowButtons place={place} workflow={workflow} /> : <ViewOnly />}
				tabs={
					<LinkTabs
						label={t("one.views")}
						tabs={[
							{ href, label: t("steps"), count: workflow.stepCount, current: tab === "steps" },
							{ href: `${href}/runs`, label: t("runs"), count: workflow.runs.total, current: tab === "runs" },
						]}
					/>
				}
			>
				{children}
			</PageFrame>
		</>
	);
}
