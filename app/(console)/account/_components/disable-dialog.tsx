"use client";

import { RefusalSummary } from "#components/actions/refusal-summary.tsx";
import { useAction } from "#components/actions/use-action.ts";
import {
	AlertDialog,
	AlertDialogBody,
	AlertDialogFooter,
	AlertDialogText,
} from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import { disableSecondFactorAction } from "../actions.ts";

export function DisableDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
	const { run, pending, refusal, refuse } = useAction(disableSecondFactorAction);
	const { tellDone } = useToasts();

	function disable() {
		run(undefined, ({ message }) => {
			onClose();
			tellDone(message);
		});
	}

	return (
		<AlertDialog
			open={open}
			onClose={onClose}
			onClosed={() => refuse(null)}
			title="Switch off your second factor?"
		>
			<AlertDialogBody>
				{refusal && <RefusalSummary refusal={refusal} />}
				<AlertDialogText>
					<p>
						From then on your password alone is enough to sign in. The entry in your app and your recovery
						codes are worth nothing any more, and your other sessions end.
					</p>
				</AlertDialogText>
			</AlertDialogBody>
			<AlertDialogFooter>
				<Button onClick={onClose}>Keep it on</Button>
				<Button look="danger" pending={pending} onClick={disable}>
					Switch off
				</Button>
			</AlertDialogFooter>
		</AlertDialog>
	);
}
