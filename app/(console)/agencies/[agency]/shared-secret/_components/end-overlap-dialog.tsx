"use client";

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
import type { SharedSecretVersion } from "#lib/core/shared-secret.ts";
import { endOverlapAction, type SecretPlace } from "../actions.ts";

type EndOverlapDialogProps = {
	place: SecretPlace;
	overlap: SharedSecretVersion;
	open: boolean;
	onClose: () => void;
};

export function EndOverlapDialog({ place, overlap, open, onClose }: EndOverlapDialogProps) {
	const { tellDone } = useToasts();
	const end = useAction((input) => endOverlapAction(place, input));

	return (
		<AlertDialog
			open={open}
			onClose={onClose}
			title={`End version ${overlap.version} now?`}
			finalFocus={() => document.getElementById("shared-secret-heading")}
		>
			<AlertDialogBody>
				<AlertDialogText>
					<p>
						Whatever is still signed with version {overlap.version} is refused from now on. This cannot be
						undone.
					</p>
				</AlertDialogText>
				{end.refusal && (
					<Notice look="bad" alert>
						{end.refusal.message}
					</Notice>
				)}
			</AlertDialogBody>
			<AlertDialogFooter>
				<Button onClick={onClose}>Cancel</Button>
				<Button
					look="danger"
					pending={end.pending}
					onClick={() =>
						end.run({ version: overlap.version }, (done) => {
							tellDone(done.message);
							onClose();
						})
					}
				>
					{end.pending ? "Ending…" : `End version ${overlap.version}`}
				</Button>
			</AlertDialogFooter>
		</AlertDialog>
	);
}
