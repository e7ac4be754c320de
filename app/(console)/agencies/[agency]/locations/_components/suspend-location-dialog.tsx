"use client";

import { useRef } from "react";
import { useAction } from "#components/actions/use-action.ts";
import {
	AlertDialog,
	AlertDialogBody,
	AlertDialogFooter,
	AlertDialogText,
} from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useChangeToast } from "../../keys/_components/use-change-toast.ts";
import { suspendLocationAction } from "../actions.ts";
import { DependentsText } from "./dependents-text.tsx";
import { locationRowOrHeading } from "./focus-targets.ts";
import { type LocationDialogProps, useLocationActions } from "./location-actions.tsx";
import { useDependents } from "./use-dependents.ts";

export function SuspendLocationDialog({ place, location, open, onClose, onClosed }: LocationDialogProps) {
	const tellChange = useChangeToast();
	const { resume } = useLocationActions();
	const { dependents, failure } = useDependents(place.agency, location.id);
	const suspend = useAction((input) => suspendLocationAction(place, input));
	const cancelButton = useRef<HTMLButtonElement>(null);

	const submit = () =>
		suspend.run({ locationId: location.id }, (done) => {
			tellChange("closes", done, { label: "Undo", onClick: () => resume(location) });
			onClose();
		});

	return (
		<AlertDialog
			open={open}
			onClose={onClose}
			onClosed={onClosed}
			title={
				<>
					Suspend <bdi>“{location.name}”</bdi>?
				</>
			}
			initialFocus={cancelButton}
			finalFocus={() => locationRowOrHeading(location.id)}
		>
			<AlertDialogBody>
				<AlertDialogText>
					<DependentsText dependents={dependents} failure={failure} />
					<p>
						Its keys are refused at once, and agency keys cannot act on it, until you resume it. Its people
						can still sign in and see it.
					</p>
				</AlertDialogText>
				{suspend.refusal && (
					<Notice look="bad" alert>
						{suspend.refusal.message}
					</Notice>
				)}
			</AlertDialogBody>
			<AlertDialogFooter>
				<Button ref={cancelButton} onClick={onClose}>
					Cancel
				</Button>
				<Button look="danger" pending={suspend.pending} onClick={submit}>
					{suspend.pending ? "Suspending…" : "Suspend location"}
				</Button>
			</AlertDialogFooter>
		</AlertDialog>
	);
}
