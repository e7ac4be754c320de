"use client";

import dynamic from "next/dynamic";
import { createContext, type ReactNode, useContext } from "react";
import { type DialogState, useDialogRequest } from "#components/actions/use-dialog-request.ts";
import type { CustomFieldSummary } from "#lib/core/crm/custom-fields.ts";
import type { ContactPlace } from "../../actions.ts";

const CreateFieldDialog = dynamic(
	() => import("./create-field-dialog.tsx").then((module) => module.CreateFieldDialog),
	{ ssr: false },
);
const DeleteFieldDialog = dynamic(
	() => import("./delete-field-dialog.tsx").then((module) => module.DeleteFieldDialog),
	{ ssr: false },
);
const EditFieldDialog = dynamic(
	() => import("./edit-field-dialog.tsx").then((module) => module.EditFieldDialog),
	{ ssr: false },
);

type FieldSite = { place: ContactPlace; locationId: string; mayChange: boolean };
type DialogRequest = { kind: "create" } | { kind: "edit" | "delete"; field: CustomFieldSummary };

export type FieldDialogProps<Extra = { field: CustomFieldSummary }> = Extra &
	DialogState & { site: FieldSite };

type FieldActions = { site: FieldSite; openDialog: (request: DialogRequest) => void };

const FieldActionsContext = createContext<FieldActions | null>(null);

export function useFieldActions() {
	const actions = useContext(FieldActionsContext);
	if (!actions) throw new Error("custom field actions are used outside of their provider");
	return actions;
}

/** Keeps the dialogs outside of the table, so that they outlive the rows that opened them. */
export function FieldActionsProvider({ site, children }: { site: FieldSite; children: ReactNode }) {
	const { request, openDialog, state } = useDialogRequest<DialogRequest>();
	const props = { site, ...state };
	return (
		<FieldActionsContext value={{ site, openDialog }}>
			{children}
			{request?.kind === "create" && <CreateFieldDialog {...props} />}
			{request?.kind === "edit" && <EditFieldDialog {...props} field={request.field} />}
			{request?.kind === "delete" && <DeleteFieldDialog {...props} field={request.field} />}
		</FieldActionsContext>
	);
}
