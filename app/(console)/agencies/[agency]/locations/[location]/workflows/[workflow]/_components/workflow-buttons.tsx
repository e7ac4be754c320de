"use client";

import { CircleDashed, Rocket, Trash2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "use-intl/react";
import { useAction } from "#components/actions/use-action.ts";
import { useDialogRequest } from "#components/actions/use-dialog-request.ts";
import { Button } from "#components/ui/button.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import type { WorkflowDetail } from "#lib/core/crm/workflows.ts";
import { DELETE_WORKFLOW_ID } from "../../_components/place.ts";
import { setWorkflowStatusAction, type WorkflowPlace } from "../../actions.ts";

const DeleteWorkflowDialog = dynamic(
	() => import("./delete-workflow-dialog.tsx").then((module) => module.DeleteWorkflowDialog),
	{ ssr: false },
);

type WorkflowButtonsProps = { place: WorkflowPlace; workflow: WorkflowDetail };

export function WorkflowButtons({ place, workflow }: WorkflowButtonsProps) {
	const t = useTranslations("workflows.one");
	const { request, openDialog, state } = useDialogRequest<WorkflowDetail>();
	const { tellDone, tellFailure } = useToasts();
	const status = useAction((input) => setWorkflowStatusAction(place, input));
	const isPublished = workflow.status === "PUBLISHED";

	const toggle = () =>
		status.run(
			{ workflowId: workflow.id, status: isPublished ? "DRAFT" : "PUBLISHED" },
			({ message }) =>
				tellDone(message, {
					text: t(isPublished ? "unpublished" : "published"),
				}),
			({ message }) => tellFailure(message),
		);

	return (
		<div className="flex flex-wrap items-center gap-2">
			<Button
				look={isPublished ? "secondary" : "primary"}
				pending={status.pending}
				icon={
					isPublished ? (
						<CircleDashed aria-hidden className="size-4" />
					) : (
						<Rocket aria-hidden className="size-4" />
					)
				}
				onClick={toggle}
			>
				{t(isPublished ? "unpublish" : "publish")}
			</Button>
			<Button
				id={DELETE_WORKFLOW_ID}
				icon={<Trash2 aria-hidden className="size-4" />}
				onClick={() => openDialog(workflow)}
			>
				{t("delete")}
			</Button>
			{request && <DeleteWorkflowDialog place={place} workflow={request} {...state} />}
		</div>
	);
}
