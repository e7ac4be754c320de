"use client";

import { useTranslations } from "use-intl/react";
import { Field, Input } from "#components/ui/field.tsx";
import { FieldSelect } from "#components/ui/field-select.tsx";
import { CONTACT_TEXT_FIELDS } from "#lib/core/crm/contact-text-fields.ts";
import { choiceOf } from "./choice-of.ts";
import type { StepDraft } from "./workflow-draft.ts";
import { type Nameable, WAIT_UNITS } from "./workflow-words.ts";

export type StepFieldsProps = {
	step: StepDraft;
	onChange: (change: Partial<StepDraft>) => void;
	nameable: Nameable;
	error: string | undefined;
};

/** What a step of its kind needs to be told. */
export function StepFields(props: StepFieldsProps) {
	const t = useTranslations("workflows.editor");
	switch (props.step.kind) {
		case "add_tag":
		case "remove_tag":
			return <TextField {...props} name="tag" label={t("tag")} />;
		case "update_field":
			return <FieldAndValue {...props} />;
		case "wait":
			return <AmountAndUnit {...props} />;
		case "call_webhook":
			return (
				<TextField
					{...props}
					name="url"
					label={t("url")}
					placeholder="https://hooks.example.com/crm"
					hint={t("urlHint")}
				/>
			);
		case "notify":
			return <TextField {...props} name="message" label={t("message")} hint={t("messageHint")} />;
	}
}

type TextFieldProps = StepFieldsProps & {
	name: "tag" | "url" | "message";
	label: string;
	placeholder?: string;
	hint?: string;
};

const TextField = ({ step, onChange, error, name, label, placeholder, hint }: TextFieldProps) => (
	<Field label={label} required error={error} hint={hint}>
		<Input
			aria-required
			value={step[name]}
			onChange={(event) => onChange({ [name]: event.target.value })}
			autoComplete="off"
			spellCheck={name === "message"}
			maxLength={name === "url" ? 2_000 : name === "tag" ? 100 : 500}
			placeholder={placeholder}
			dir={name === "url" ? "ltr" : undefined}
		/>
	</Field>
);

function FieldAndValue({ step, onChange, nameable, error }: StepFieldsProps) {
	const t = useTranslations("workflows");
	const words = useTranslations("contactFields");
	const own = CONTACT_TEXT_FIELDS.map((id) => ({ id, name: words(id) }));
	const choice = choiceOf([...own, ...nameable.fields], step.field, [
		t("editor.chooseField"),
		t("goneField"),
	]);
	const hasField = choice.value !== "";
	return (
		<div className="grid gap-4 sm:grid-cols-2">
			<Field label={t("editor.field")} required error={hasField ? undefined : error}>
				<FieldSelect {...choice} onChange={(field) => onChange({ field })} />
			</Field>
			<Field label={t("editor.value")} error={hasField ? error : undefined} hint={t("editor.valueHint")}>
				<Input
					value={step.value}
					onChange={(event) => onChange({ value: event.target.value })}
					autoComplete="off"
					maxLength={500}
				/>
			</Field>
		</div>
	);
}

function AmountAndUnit({ step, onChange, error }: StepFieldsProps) {
	const t = useTranslations("workflows.editor");
	return (
		<div className="grid grid-cols-2 gap-4">
			<Field label={t("for")} required error={error}>
				<Input
					aria-required
					type="number"
					inputMode="numeric"
					min={1}
					value={step.amount}
					onChange={(event) => onChange({ amount: event.target.value })}
				/>
			</Field>
			<Field label={t("unit")}>
				<FieldSelect
					value={step.unit}
					onChange={(unit) => onChange({ unit })}
					options={WAIT_UNITS.map((value) => ({ value, label: t(`units.${value}`) }))}
				/>
			</Field>
		</div>
	);
}
