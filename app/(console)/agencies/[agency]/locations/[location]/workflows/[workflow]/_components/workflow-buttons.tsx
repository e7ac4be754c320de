"use client";

import { CircleDashed, Rocket, Trash2 } from "lucide-react";
import { useState } from "react";
import { useAction } from "#components/actions/use-action.ts";
import { Button } from "#components/ui/button.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import type { WorkflowDetail } from "#lib/core/crm/workflows.ts";
import { setWorkflowStatusAction, type WorkflowPlace } from "../../actions.ts";
import { DeleteWorkflowDialog } from "./delete-workflow-dialog.tsx";

type WorkflowButtonsProps = { place: WorkflowPlace; workflow: WorkflowDetail };

export function WorkflowButtons({ place, workflow }: WorkflowButtonsProps) {
	const [isDeleting, setDeleting] = useState(false);
	const { tellDone, tellFailure } = useToasts();
	const status = useAction((input) => setWorkflowStatusAction(place, input));
	const isPublished = workflow.status === "PUBLISHED";

	const toggle = () =>
		status.run(
			{ workflowId: workflow.id, status: isPublished ? "DRAFT" : "PUBLISHED" },
			({ message }) =>
				tellDone(message, {
					text: isPublished
						? "It starts nothing any more. Runs that are under way go on."
						: "It starts by itself from now on.",
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
				{isPublished ? "Unpublish" : "Publish"}
			</Button>
			<Button icon={<Trash2 aria-hidden className="size-4" />} onClick={() => setDeleting(true)}>
				Delete
			</Button>
			<DeleteWorkflowDialog
				place={place}
				workflow={workflow}
				open={isDeleting}
				onClose={() => setDeleting(false)}
			/>
		</div>
	);
}
