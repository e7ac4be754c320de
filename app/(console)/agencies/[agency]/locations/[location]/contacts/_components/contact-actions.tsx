"use client";

import dynamic from "next/dynamic";
import { createContext, type ReactNode, useContext } from "react";
import { type DialogState, useDialogRequest } from "#components/actions/use-dialog-request.ts";
import type { ContactSummary } from "#lib/core/crm/contacts.ts";
import type { CustomField } from "#lib/core/crm/custom-fields.ts";
import type { ContactPlace } from "../actions.ts";

const ContactDialog = dynamic(() => import("./contact-dialog.tsx").then((module) => module.ContactDialog), {
	ssr: false,
});
const DeleteContactDialog = dynamic(
	() => import("./delete-contact-dialog.tsx").then((module) => module.DeleteContactDialog),
	{ ssr: false },
);

export type ContactSite = {
	place: ContactPlace;
	locationId: string;
	/** What the location asks of contacts beside their own fields. */
	fields: CustomField[];
	mayChange: boolean;
};

type DialogRequest = { kind: "create" } | { kind: "edit" | "delete"; contact: ContactSummary };

export type ContactDialogProps<Extra = { contact: ContactSummary }> = Extra &
	DialogState & { site: ContactSite };

type ContactActions = { site: ContactSite; openDialog: (request: DialogRequest) => void };

const ContactActionsContext = createContext<ContactActions | null>(null);

export function useContactActions() {
	const actions = useContext(ContactActionsContext);
	if (!actions) throw new Error("contact actions are used outside of their provider");
	return actions;
}

/** Keeps the dialogs outside of the table, so that they outlive the rows that opened them. */
export function ContactActionsProvider({ site, children }: { site: ContactSite; children: ReactNode }) {
	const { request, openDialog, state } = useDialogRequest<DialogRequest>();
	const props = { site, ...state };
	return (
		<ContactActionsContext value={{ site, openDialog }}>
			{children}
			{request?.kind === "create" && <ContactDialog {...props} contact={null} />}
			{request?.kind === "edit" && <ContactDialog {...props} contact={request.contact} />}
			{request?.kind === "delete" && <DeleteContactDialog {...props} contact={request.contact} />}
		</ContactActionsContext>
	);
}
