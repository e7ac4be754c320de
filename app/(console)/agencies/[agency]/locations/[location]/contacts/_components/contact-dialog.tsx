"use client";

import { useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { FormDialog } from "#components/actions/form-dialog.tsx";
import { useAction } from "#components/actions/use-action.ts";
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
	const t = useTranslations("contacts");
	const ui = useTranslations("ui");
	const { tellDone } = useToasts();
	const [draft, setDraft] = useState(() => draftOf(contact, site.fields));
	const save = useAction<{ id: string }>((input) =>
		contact ? editContactAction(site.place, input) : createContactAction(site.place, input),
	);
	const firstBox = useRef<HTMLInputElement>(null);

	function submit() {
		const naming = contact
			? { contactId: contact.id, version: contact.version }
			: { locationId: site.locationId };
		save.run({ ...inputOf(draft), ...naming }, ({ message }) => {
			tellDone(message);
			onClose();
		});
	}

	return (
		<FormDialog
			open={open}
			onClose={onClose}
			onClosed={onClosed}
			title={contact ? t("form.edit") : t("add")}
			text={t("form.text")}
			button={
				contact
					? { text: ui("saveChanges"), pendingText: ui("saving"), look: "primary" }
					: { text: t("add"), pendingText: t("adding"), look: "primary" }
			}
			pending={save.pending}
			refusal={save.refusal}
			onSubmit={submit}
			draft={draft}
			initialFocus={firstBox}
			finalFocus={() =>
				contact
					? contactMenuOrHeading(contact.id)
					: (document.getElementById(CREATE_CONTACT_ID) ?? contactsHeading())
			}
		>
			<ContactForm
				draft={draft}
				onChange={(change) => setDraft((last) => ({ ...last, ...change }))}
				fields={site.fields}
				refusal={save.refusal}
				firstRef={firstBox}
			/>
		</FormDialog>
	);
}
