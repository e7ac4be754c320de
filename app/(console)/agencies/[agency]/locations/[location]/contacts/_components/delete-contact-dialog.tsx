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
import { deleteContactAction } from "../actions.ts";
import type { ContactDialogProps } from "./contact-actions.tsx";
import { contactsHref } from "./contacts-href.ts";
import { contactMenuOrHeading, contactsHeading } from "./focus-targets.ts";

/** Says what goes before it goes. */
export function DeleteContactDialog({ site, contact, open, onClose, onClosed }: ContactDialogProps) {
	const { tellDone } = useToasts();
	const remove = useAction((input) => deleteContactAction(site.place, input));
	const cancelButton = useRef<HTMLButtonElement>(null);
	const isGone = useRef(false);
	const router = useRouter();
	const list = contactsHref(site.place);
	const isOnList = usePathname() === list;

	const submit = () =>
		remove.run({ contactId: contact.id }, ({ message }) => {
			isGone.current = true;
			tellDone(message);
			onClose();
			if (isOnList) router.refresh();
			else router.replace(list);
		});

	return (
		<AlertDialog
			open={open}
			onClose={onClose}
			onClosed={onClosed}
			title="Delete this contact?"
			initialFocus={cancelButton}
			finalFocus={() => (isGone.current ? contactsHeading() : contactMenuOrHeading(contact.id))}
		>
			<AlertDialogBody>
				<AlertDialogText>
					<p className="font-medium wrap-anywhere text-ink">
						<bdi>{contact.name}</bdi>
					</p>
					<p>
						All that is known about the contact goes, and the workflows that it is in stop for it. What it
						sent with forms stays among their submissions. This cannot be undone.
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
					{remove.pending ? "Deleting…" : "Delete contact"}
				</Button>
			</AlertDialogFooter>
		</AlertDialog>
	);
}
