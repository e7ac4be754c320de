"use client";

import dynamic from "next/dynamic";
import { createContext, type ReactNode, useContext } from "react";
import { useTranslations } from "use-intl/react";
import { type DialogState, useDialogRequest } from "#components/actions/use-dialog-request.ts";
import { deleteFormAction, type FormsPlace } from "../actions.ts";
import { formMenuId, formsHeading, formsHref } from "./places.ts";

const DeleteDialog = dynamic(
	() => import("#components/actions/delete-dialog.tsx").then((module) => module.DeleteDialog),
	{ ssr: false },
);

type Named = { id: string; name: string };

const DeleteFormContext = createContext<((form: Named) => void) | null>(null);

export function useDeleteForm() {
	const ask = useContext(DeleteFormContext);
	if (!ask) throw new Error("a form is deleted outside of the provider");
	return ask;
}

/** Keeps the question outside of the table, so that it outlives the row that asked it. */
export function DeleteFormProvider({ place, children }: { place: FormsPlace; children: ReactNode }) {
	const { request, openDialog, state } = useDialogRequest<Named>();
	return (
		<DeleteFormContext value={openDialog}>
			{children}
			{request && <DeleteFormDialog place={place} form={request} {...state} />}
		</DeleteFormContext>
	);
}

type DeleteFormDialogProps = DialogState & { place: FormsPlace; form: Named };

function DeleteFormDialog({ place, form, ...state }: DeleteFormDialogProps) {
	const t = useTranslations("forms.delete");
	return (
		<DeleteDialog
			{...state}
			title={t("title")}
			name={form.name}
			button={t("button")}
			action={(input) => deleteFormAction(place, input)}
			input={{ formId: form.id }}
			listHref={formsHref(place)}
			heading={formsHeading}
			opener={() => document.getElementById(formMenuId(form.id))}
		>
			<p>{t("text")}</p>
		</DeleteDialog>
	);
}
