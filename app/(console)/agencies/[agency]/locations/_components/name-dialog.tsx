"use client";

import { type ComponentProps, type ReactNode, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import type { DialogButton } from "#components/actions/dialog-buttons.tsx";
import { FormDialog } from "#components/actions/form-dialog.tsx";
import type { Refusal } from "#components/actions/use-action.ts";
import type { DialogState } from "#components/actions/use-dialog-request.ts";
import { Field, Input } from "#components/ui/field.tsx";
import { PLACE_NAME_MAX } from "#lib/core/places/name-length.ts";

type NameDialogProps = DialogState & {
	title: string;
	text: ReactNode;
	hint: string;
	initialName: string;
	button: DialogButton;
	pending: boolean;
	refusal: Refusal | null;
	onSubmit: (name: string) => void;
	finalFocus: ComponentProps<typeof FormDialog>["finalFocus"];
};

/** Asks for a location's name. */
export function NameDialog(props: NameDialogProps) {
	const { hint, initialName, onSubmit, ...dialog } = props;
	const t = useTranslations("locations");
	const [name, setName] = useState(initialName);
	const box = useRef<HTMLInputElement>(null);
	const error = dialog.refusal?.fields.find(({ field }) => field === "name")?.message;

	return (
		<FormDialog {...dialog} onSubmit={() => onSubmit(name)} initialFocus={box}>
			<div data-field="name">
				<Field label={t("name")} required error={error} hint={hint}>
					<Input
						ref={box}
						aria-required
						value={name}
						onChange={(event) => setName(event.target.value)}
						maxLength={PLACE_NAME_MAX}
						autoComplete="off"
					/>
				</Field>
			</div>
		</FormDialog>
	);
}
