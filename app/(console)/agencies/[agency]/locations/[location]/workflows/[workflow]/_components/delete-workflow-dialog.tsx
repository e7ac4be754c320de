"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useAction } from "#components/actions/use-action.ts";
import {
	AlertDialog,
	AlertDialogBody,
	AlertDialogFooter,
	AlertDialogText,
} from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import type { WorkflowDetail } from "#lib/core/crm/workflows.ts";
import { workflowsHref } from "../../_components/place.ts";
import { deleteWorkflowAction, type WorkflowPlace } from "../../actions.ts";

type DeleteWorkflowDialogProps = {
	place: WorkflowPlace;
	workflow: WorkflowDetail;
	open: boolean;
	onClose: () => void;
};

/** Says what stops, and what goes on, before it does. */
export function DeleteWorkflowDialog({ place, workflow, open, onClose }: DeleteWorkflowDialogProps) {
	const [stopsRuns, setStopsRuns] = useState(false);
	const { tellDone } = useToasts();
	const remove = useAction((input) => deleteWorkflowAction(place, input));
	const cancelButton = useRef<HTMLButtonElement>(null);
	const router = useRouter();
	const { running } = workflow.runs;

	const submit = () =>
		remove.run({ workflowId: workflow.id, stopsRuns }, ({ message }) => {
			tellDone(message);
			onClose();
			router.replace(workflowsHref(place));
		});

	return (
		<AlertDialog open={open} onClose={onClose} title="Delete this workflow?" initialFocus={cancelButton}>
			<AlertDialogBody>
				<AlertDialogText>
					<p className="font-medium wrap-anywhere text-ink">
						<bdi>{workflow.name}</bdi>
					</p>
					<p>
						It starts nothing any more and its runs can no longer be listed here. This cannot be undone. To
						pause it for a while, unpublish it instead.
					</p>
				</AlertDialogText>
				{running > 0 && (
					<Checkbox
						checked={stopsRuns}
						onChange={setStopsRuns}
						label={`Also stop ${running.toLocaleString("en")} ${running === 1 ? "run" : "runs"} under way`}
					/>
				)}
				{remove.refusal && (
					<Notice look="bad" alert>
						{remove.refusal.message}
					</Notice>
				)}
			</AlertDialogBody>
			<AlertDialogFooter>
				<Button ref={cancelButton} onClick={onClose}>
					Cancel
				</Button>
				<Button look="danger" pending={remove.pending} onClick={submit}>
					Delete workflow
				</Button>
			</AlertDialogFooter>
		</AlertDialog>
	);
}
