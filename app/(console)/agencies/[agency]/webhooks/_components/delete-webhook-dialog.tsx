"use client";

import { usePathname, useRouter } from "next/navigation";
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
import { useToasts } from "#components/ui/toast.tsx";
import { deleteWebhookAction } from "../actions.ts";
import { webhookMenuOrHeading, webhooksHeading } from "./focus-targets.ts";
import { type WebhookDialogProps, webhooksHref } from "./webhook-actions.tsx";

/** Says what stops before it stops. */
export function DeleteWebhookDialog({ agency, webhook, open, onClose, onClosed }: WebhookDialogProps) {
	const { tellDone } = useToasts();
	const remove = useAction((input) => deleteWebhookAction({ agency }, input));
	const cancelButton = useRef<HTMLButtonElement>(null);
	const isGone = useRef(false);
	const router = useRouter();
	const isOnList = usePathname() === webhooksHref(agency);

	const submit = () =>
		remove.run({ endpointId: webhook.id }, ({ message }) => {
			isGone.current = true;
			tellDone(message);
			onClose();
			if (isOnList) router.refresh();
			else router.replace(webhooksHref(agency));
		});

	return (
		<AlertDialog
			open={open}
			onClose={onClose}
			onClosed={onClosed}
			title="Delete this webhook?"
			initialFocus={cancelButton}
			finalFocus={() => (isGone.current ? webhooksHeading() : webhookMenuOrHeading(webhook.id))}
		>
			<AlertDialogBody>
				<AlertDialogText>
					<p className="font-medium wrap-anywhere text-ink">
						<bdi>{webhook.url}</bdi>
					</p>
					<p>
						Nothing is sent to it any more, also not what waits to be tried again, and its log can no longer
						be seen. This cannot be undone. To pause it for a while, switch it off instead.
					</p>
				</AlertDialogText>
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
					{remove.pending ? "Deleting…" : "Delete webhook"}
				</Button>
			</AlertDialogFooter>
		</AlertDialog>
	);
}
