"use client";

import { useTranslations } from "use-intl/react";
import { DeleteDialog } from "#components/actions/delete-dialog.tsx";
import { deleteContactAction } from "../actions.ts";
import type { ContactDialogProps } from "./contact-actions.tsx";
import { contactsHref } from "./contacts-href.ts";
import { contactMenuOrHeading, contactsHeading } from "./focus-targets.ts";

export function DeleteContactDialog({ site, contact, ...state }: ContactDialogProps) {
	const t = useTranslations("contacts.delete");
	return (
		<DeleteDialog
			{...state}
			title={t("title")}
			name={contact.name}
			button={t("button")}
			action={(input) => deleteContactAction(site.place, input)}
			input={{ contactId: contact.id }}
			listHref={contactsHref(site.place)}
			heading={contactsHeading}
			opener={() => contactMenuOrHeading(contact.id)}
		>
			<p>{t("text")}</p>
		</DeleteDialog>
	);
}
