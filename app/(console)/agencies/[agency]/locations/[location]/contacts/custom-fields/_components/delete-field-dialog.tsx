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
import { useToasts } from "#components/ui/toast.tsx";
import { deleteCustomFieldAction } from "../actions.ts";
import type { FieldDialogProps } from "./field-actions.tsx";
import { fieldMenuOrHeading, fieldsHeading } from "./focus-targets.ts";

/** Says what goes before it goes. */
export function DeleteFieldDialog({ site, field, open, onClose, onClosed }: FieldDialogProps) {
	const { tellDone } = useToasts();
	const remove = useAction((input) => deleteCustomFieldAction(site.place, input));
	const cancelButton = useRef<HTMLButtonElement>(null);
	const isGone = useRef(false);

	const submit = () =>
		remove.run({ fieldId: field.id }, ({ message }) => {
			isGone.current = true;
			tellDone(message);
			onClose();
		});

	return (
		<AlertDialog
			open={open}
			onClose={onClose}
			onClosed={onClosed}
			title="Delete this custom field?"
			initialFocus={cancelButton}
			finalFocus={() => (isGone.current ? fieldsHeading() : fieldMenuOrHeading(field.id))}
		>
			<AlertDialogBody>
				<AlertDialogText>
					<p className="font-medium wrap-anywhere text-ink">
						<bdi>{field.name}</bdi>
					</p>
					<p>{lossText(field.contacts)} Programs that name the field are refused. This cannot be undone.</p>
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
					{remove.pending ? "Deleting…" : "Delete custom field"}
				</Button>
			</AlertDialogFooter>
		</AlertDialog>
	);
}

function lossText(contacts: number) {
	if (contacts === 0) return "No contact has anything in it.";
	if (contacts === 1) return "What 1 contact has in it goes with it.";
	return `What ${contacts.toLocaleString("en")} contacts have in it goes with it.`;
}
