"use client";

import { CircleStop } from "lucide-react";
import { useRef, useState } from "react";
import { useAction } from "#components/actions/use-action.ts";
import {
	AlertDialog,
	AlertDialogBody,
	AlertDialogFooter,
	AlertDialogText,
} from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import type { RunDetail } from "#lib/core/crm/workflows.ts";
import { stopRunAction, type WorkflowPlace } from "../../../actions.ts";

type StopRunButtonProps = { place: WorkflowPlace; run: RunDetail };

export function StopRunButton({ place, run }: StopRunButtonProps) {
	const [open, setOpen] = useState(false);
	const { tellDone } = useToasts();
	const stop = useAction((input) => stopRunAction(place, input));
	const cancelButton = useRef<HTMLButtonElement>(null);
	const close = () => setOpen(false);

	const submit = () =>
		stop.run({ runId: run.id }, ({ message }) => {
			tellDone(message);
			close();
		});

	return (
		<>
			<Button icon={<CircleStop aria-hidden className="size-4" />} onClick={() => setOpen(true)}>
				Stop
			</Button>
			<AlertDialog open={open} onClose={close} title="Stop this run?" initialFocus={cancelButton}>
				<AlertDialogBody>
					<AlertDialogText>
						<p className="wrap-anywhere">
							<bdi>{run.contact.name}</bdi> leaves <bdi>{run.workflow.name}</bdi> at step {run.position + 1}{" "}
							of {run.stepCount}. What was done stays done; the rest is not done. This cannot be undone.
						</p>
					</AlertDialogText>
					{stop.refusal && (
						<Notice look="bad" alert>
							{stop.refusal.message}
						</Notice>
					)}
				</AlertDialogBody>
				<AlertDialogFooter>
					<Button ref={cancelButton} onClick={close}>
						Cancel
					</Button>
					<Button look="danger" pending={stop.pending} onClick={submit}>
						Stop run
					</Button>
				</AlertDialogFooter>
			</AlertDialog>
		</>
	);
}
