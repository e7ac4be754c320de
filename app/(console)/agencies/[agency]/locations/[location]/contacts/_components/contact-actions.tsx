"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import type { ContactSummary } from "#lib/core/crm/contacts.ts";
import type { CustomField } from "#lib/core/crm/custom-fields.ts";
import type { ContactPlace } from "../actions.ts";
import { ContactDialog } from "./contact-dialog.tsx";
import { DeleteContactDialog } from "./delete-contact-dialog.tsx";

export type ContactSite = {
	place: ContactPlace;
	locationId: string;
	/** What the location asks of contacts beside their own fields. */
	fields: CustomField[];
	mayChange: boolean;
};

type DialogRequest = { kind: "create" } | { kind: "edit" | "delete"; contact: ContactSummary };

export type ContactDialogProps<Extra = { contact: ContactSummary }> = Extra & {
	site: ContactSite;
	open: boolean;
	onClose: () => void;
	/** After the closing animation: the dialog and all it holds may go. */
	onClosed: () => void;
};

type ContactActions = { site: ContactSite; openDialog: (request: DialogRequest) => void };

const ContactActionsContext = createContext<ContactActions | null>(null);

export function useContactActions() {
	const actions = useContext(ContactActionsContext);
	if (!actions) throw new Error("contact actions are used outside of their provider");
	return actions;
}

/** Keeps the dialogs outside of the table, so that they outlive the rows that opened them. */
export function ContactActionsProvider({ site, children }: { site: ContactSite; children: ReactNode }) {
	const [request, setRequest] = useState<DialogRequest | null>(null);
	const [open, setOpen] = useState(false);
	const openDialog = (next: DialogRequest) => {
		setRequest(next);
		setOpen(true);
	};
	const props = { site, open, onClose: () => setOpen(false), onClosed: () => setRequest(null) };
	return (
		<ContactActionsContext value={{ site, openDialog }}>
			{children}
			{request?.kind === "create" && <ContactDialog {...props} contact={null} />}
			{request?.kind === "edit" && <ContactDialog {...props} contact={request.contact} />}
			{request?.kind === "delete" && <DeleteContactDialog {...props} contact={request.contact} />}
		</ContactActionsContext>
	);
}
