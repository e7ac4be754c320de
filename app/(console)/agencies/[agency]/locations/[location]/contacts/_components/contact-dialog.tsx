"use client";

import { type FormEvent, useRef, useState } from "react";
import { useAction } from "#components/actions/use-action.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogBody, DialogFooter, DialogHeader } from "#components/ui/dialog.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import type { ContactSummary } from "#lib/core/crm/contacts.ts";
import { createContactAction, editContactAction } from "../actions.ts";
import type { ContactDialogProps } from "./contact-actions.tsx";
import { draftOf, inputOf } from "./contact-draft.ts";
import { ContactForm } from "./contact-form.tsx";
import { CREATE_CONTACT_ID, contactMenuOrHeading, contactsHeading } from "./focus-targets.ts";

/** Asks who a contact is: a new one, or one that there is. */
export function ContactDialog(props: ContactDialogProps<{ contact: ContactSummary | null }>) {
	const { site, contact, open, onClose, onClosed } = props;
	const { tellDone } = useToasts();
	const [draft, setDraft] = useState(() => draftOf(contact, site.fields));
	const save = useAction<{ id: string }>((input) =>
		contact ? editContactAction(site.place, input) : createContactAction(site.place, input),
	);
	const firstBox = useRef<HTMLInputElement>(null);

	function submit(event: FormEvent) {
		event.preventDefault();
		const naming = contact
			? { contactId: contact.id, version: contact.version }
			: { locationId: site.locationId };
		save.run({ ...inputOf(draft), ...naming }, ({ message }) => {
			tellDone(message);
			onClose();
		});
	}

	return (
		<Dialog
			open={open}
			onOpenChange={(next) => !next && onClose()}
			onClosed={onClosed}
			initialFocus={firstBox}
			finalFocus={() =>
				contact
					? contactMenuOrHeading(contact.id)
					: (document.getElementById(CREATE_CONTACT_ID) ?? contactsHeading())
			}
		>
			<form onSubmit={submit} noValidate className="flex min-h-0 flex-1 flex-col">
				<DialogHeader
					title={contact ? "Edit contact" : "Add contact"}
					text="A location has an e-mail address and a phone number once. What is not known stays empty."
				/>
				<DialogBody>
					<ContactForm
						draft={draft}
						onChange={(change) => setDraft((last) => ({ ...last, ...change }))}
						fields={site.fields}
						refusal={save.refusal}
						firstRef={firstBox}
					/>
				</DialogBody>
				<DialogFooter>
					<Button onClick={onClose}>Cancel</Button>
					<Button type="submit" look="primary" pending={save.pending}>
						{buttonText(contact !== null, save.pending)}
					</Button>
				</DialogFooter>
			</form>
		</Dialog>
	);
}

function buttonText(isEdit: boolean, pending: boolean) {
	if (isEdit) return pending ? "Saving…" : "Save changes";
	return pending ? "Adding…" : "Add contact";
}
