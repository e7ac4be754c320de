"use client";

import { useTranslations } from "use-intl/react";
import { DeleteDialog } from "#components/actions/delete-dialog.tsx";
import { deleteCustomFieldAction } from "../actions.ts";
import type { FieldDialogProps } from "./field-actions.tsx";
import { fieldMenuOrHeading, fieldsHeading } from "./focus-targets.ts";

export function DeleteFieldDialog({ site, field, ...state }: FieldDialogProps) {
	const t = useTranslations("contacts.fields.delete");
	return (
		<DeleteDialog
			{...state}
			title={t("title")}
			name={field.name}
			button={t("button")}
			action={(input) => deleteCustomFieldAction(site.place, input)}
			input={{ fieldId: field.id }}
			heading={fieldsHeading}
			opener={() => fieldMenuOrHeading(field.id)}
		>
			<p>{t("text", { contacts: field.contacts })}</p>
		</DeleteDialog>
	);
}
