"use client";

import { useId, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { FormDialog } from "#components/actions/form-dialog.tsx";
import { useAction } from "#components/actions/use-action.ts";
import { MARKS } from "#components/texts/marks.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field, Input } from "#components/ui/field.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import { hasOptions } from "#lib/core/crm/custom-fields.ts";
import { editCustomFieldAction } from "../actions.ts";
import type { FieldDialogProps } from "./field-actions.tsx";
import { fieldMenuOrHeading } from "./focus-targets.ts";
import { type OptionDraft, OptionsEditor } from "./options-editor.tsx";

/** Asks for a field's new name and options. Who would lose an option is told before anybody loses it. */
export function EditFieldDialog({ site, field, open, onClose, onClosed }: FieldDialogProps) {
	const t = useTranslations("contacts");
	const ui = useTranslations("ui");
	const { tellDone } = useToasts();
	const [name, setName] = useState(field.name);
	const [options, setOptions] = useState<OptionDraft[]>(() =>
		field.options.map((option, key) => ({ key, name: option, was: option })),
	);
	const [loses, setLoses] = useState(false);
	const { run, pending, refusal } = useAction((input) => editCustomFieldAction(site.place, input));
	const nameBox = useRef<HTMLInputElement>(null);
	const errorOf = (part: string) => refusal?.fields.find((one) => one.field.startsWith(part))?.message;
	const lossError = errorOf("removeFromContacts");

	function changeOptions(next: OptionDraft[]) {
		setOptions(next);
		setLoses(false);
	}

	function submit() {
		const given = options.map(({ name, was }) => ({ name, was }));
		const chosen = hasOptions(field.dataType) ? { options: given } : {};
		run({ fieldId: field.id, name, ...chosen, removeFromContacts: loses }, ({ message }) => {
			tellDone(message);
			onClose();
		});
	}

	return (
		<FormDialog
			open={open}
			onClose={onClose}
			onClosed={onClosed}
			title={t("fields.edit.title")}
			text={t.rich("fields.edit.text", { key: field.fieldKey, code: MARKS.code })}
			button={{ text: ui("saveChanges"), pendingText: ui("saving"), look: loses ? "danger" : "primary" }}
			pending={pending}
			refusal={refusal}
			onSubmit={submit}
			draft={{ name, options, loses }}
			initialFocus={nameBox}
			finalFocus={() => fieldMenuOrHeading(field.id)}
		>
			<div data-field="name">
				<Field label={t("name")} required error={errorOf("name")} hint={t("fields.edit.nameHint")}>
					<Input
						ref={nameBox}
						aria-required
						value={name}
						onChange={(event) => setName(event.target.value)}
						maxLength={80}
						dir="auto"
						autoComplete="off"
					/>
				</Field>
			</div>
			{hasOptions(field.dataType) && (
				<div data-field="options">
					<OptionsEditor options={options} onChange={changeOptions} error={errorOf("options")} />
					<p className="mt-2 text-xs text-ink-muted">{t("fields.edit.optionsHint")}</p>
				</div>
			)}
			{(loses || lossError !== undefined) && <Loss checked={loses} onChange={setLoses} />}
		</FormDialog>
	);
}

function Loss({ checked, onChange }: { checked: boolean; onChange: (checked: boolean) => void }) {
	const t = useTranslations("contacts.fields.edit");
	const hintId = useId();
	return (
		<div data-field="removeFromContacts">
			<Checkbox
				checked={checked}
				onChange={onChange}
				label={<span className="font-medium">{t("takeOptions")}</span>}
				describedBy={hintId}
			/>
			<p id={hintId} className="ms-6 text-xs text-ink-muted">
				{t("takeOptionsHint")}
			</p>
		</div>
	);
}
