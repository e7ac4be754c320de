"use client";

import { type HTMLInputTypeAttribute, type Ref, useId } from "react";
import { useTranslations } from "use-intl/react";
import type { Refusal } from "#components/actions/use-action.ts";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field, Input } from "#components/ui/field.tsx";
import { CONTACT_TEXT_FIELDS, type ContactTextField } from "#lib/core/crm/contact-text-fields.ts";
import type { CustomField } from "#lib/core/crm/custom-fields.ts";
import type { ContactDraft } from "./contact-draft.ts";
import { CustomValueInput } from "./custom-value-input.tsx";
import { TagInput } from "./tag-input.tsx";

type ContactFormProps = {
	draft: ContactDraft;
	onChange: (change: Partial<ContactDraft>) => void;
	fields: readonly CustomField[];
	refusal: Refusal | null;
	firstRef: Ref<HTMLInputElement>;
};

export function ContactForm({ draft, onChange, fields, refusal, firstRef }: ContactFormProps) {
	const t = useTranslations("contacts");
	const hintId = useId();
	const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.message;

	return (
		<>
			<div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
				{CONTACT_TEXT_FIELDS.map((name) => (
					<TextField
						key={name}
						name={name}
						value={draft.text[name]}
						onChange={(value) => onChange({ text: { ...draft.text, [name]: value } })}
						error={errorOf(name)}
						boxRef={name === "firstName" ? firstRef : undefined}
					/>
				))}
			</div>
			<div data-field="tags">
				<TagInput tags={draft.tags} onChange={(tags) => onChange({ tags })} error={errorOf("tags")} />
			</div>
			{fields.map((field) => (
				<div key={field.id} data-field={`customValues.${field.id}`}>
					<CustomValueInput
						field={field}
						value={draft.customValues[field.id] ?? ""}
						onChange={(value) => onChange({ customValues: { ...draft.customValues, [field.id]: value } })}
						error={errorOf(`customValues.${field.id}`)}
					/>
				</div>
			))}
			<div data-field="dnd">
				<Checkbox
					checked={draft.dnd}
					onChange={(dnd) => onChange({ dnd })}
					label={<span className="font-medium">{t("form.dnd")}</span>}
					describedBy={hintId}
				/>
				<p id={hintId} className="ms-6 text-xs text-ink-muted">
					{t("form.dndHint")}
				</p>
			</div>
		</>
	);
}

const KINDS: Partial<Record<ContactTextField, HTMLInputTypeAttribute>> = {
	email: "email",
	phone: "tel",
	dateOfBirth: "date",
};
const HINTS = { phone: "phoneHint", timezone: "timezoneHint", source: "sourceHint" } as const;
const hasHint = (name: ContactTextField): name is keyof typeof HINTS => Object.hasOwn(HINTS, name);
const TEXT_MAX = 500;

type TextFieldProps = {
	name: ContactTextField;
	value: string;
	onChange: (value: string) => void;
	error: string | undefined;
	boxRef: Ref<HTMLInputElement> | undefined;
};

function TextField({ name, value, onChange, error, boxRef }: TextFieldProps) {
	const words = useTranslations("contactFields");
	const t = useTranslations("contacts.form");
	return (
		<div data-field={name}>
			<Field label={words(name)} error={error} hint={hasHint(name) && t(HINTS[name])}>
				<Input
					ref={boxRef}
					type={KINDS[name] ?? "text"}
					dir={name === "email" || name === "phone" || name === "website" ? "ltr" : "auto"}
					value={value}
					onChange={(event) => onChange(event.target.value)}
					maxLength={TEXT_MAX}
					autoComplete="off"
				/>
			</Field>
		</div>
	);
}
