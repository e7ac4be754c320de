"use client";

import type { FormEvent } from "react";
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
import { withdrawInvitationAction } from "../actions.ts";
import { elementOrHeading, invitationMenuId } from "./focus-targets.ts";
import type { InvitationDialogProps } from "./people-actions.tsx";

export function WithdrawDialog({ site, invitation, open, onClose, onClosed }: InvitationDialogProps) {
	const { tellDone } = useToasts();
	const withdraw = useAction((input) => withdrawInvitationAction(site.place, input));

	function submit(event: FormEvent) {
		event.preventDefault();
		withdraw.run({ invitationId: invitation.id }, (done) => {
			tellDone(done.message);
			onClose();
		});
	}

	return (
		<AlertDialog
			open={open}
			onClose={onClose}
			onClosed={onClosed}
			title={
				<>
					Withdraw the invitation of <bdi>{invitation.email}</bdi>?
				</>
			}
			finalFocus={() => elementOrHeading(invitationMenuId(invitation.id))}
		>
			<form onSubmit={submit}>
				<AlertDialogBody>
					<AlertDialogText>
						<p>Its link stops working at once. You can invite them again.</p>
					</AlertDialogText>
					{withdraw.refusal && <RefusalSummary refusal={withdraw.refusal} />}
				</AlertDialogBody>
				<AlertDialogFooter>
					<Button onClick={onClose}>Cancel</Button>
					<Button type="submit" look="danger" pending={withdraw.pending}>
						{withdraw.pending ? "Withdrawing…" : "Withdraw"}
					</Button>
				</AlertDialogFooter>
			</form>
		</AlertDialog>
	);
}
