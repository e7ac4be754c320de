"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import type { CustomFieldSummary } from "#lib/core/crm/custom-fields.ts";
import type { ContactPlace } from "../../actions.ts";
import { CreateFieldDialog } from "./create-field-dialog.tsx";
import { DeleteFieldDialog } from "./delete-field-dialog.tsx";
import { EditFieldDialog } from "./edit-field-dialog.tsx";

type FieldSite = { place: ContactPlace; locationId: string; mayChange: boolean };
type DialogRequest = { kind: "create" } | { kind: "edit" | "delete"; field: CustomFieldSummary };

export type FieldDialogProps<Extra = { field: CustomFieldSummary }> = Extra & {
	site: FieldSite;
	open: boolean;
	onClose: () => void;
	/** After the closing animation: the dialog and all it holds may go. */
	onClosed: () => void;
};

type FieldActions = { site: FieldSite; openDialog: (request: DialogRequest) => void };

const FieldActionsContext = createContext<FieldActions | null>(null);

export function useFieldActions() {
	const actions = useContext(FieldActionsContext);
	if (!actions) throw new Error("custom field actions are used outside of their provider");
	return actions;
}

/** Keeps the dialogs outside of the table, so that they outlive the rows that opened them. */
export function FieldActionsProvider({ site, children }: { site: FieldSite; children: ReactNode }) {
	const [request, setRequest] = useState<DialogRequest | null>(null);
	const [open, setOpen] = useState(false);
	const openDialog = (next: DialogRequest) => {
		setRequest(next);
		setOpen(true);
	};
	const props = { site, open, onClose: () => setOpen(false), onClosed: () => setRequest(null) };
	return (
		<FieldActionsContext value={{ site, openDialog }}>
			{children}
			{request?.kind === "create" && <CreateFieldDialog {...props} />}
			{request?.kind === "edit" && <EditFieldDialog {...props} field={request.field} />}
			{request?.kind === "delete" && <DeleteFieldDialog {...props} field={request.field} />}
		</FieldActionsContext>
	);
}
