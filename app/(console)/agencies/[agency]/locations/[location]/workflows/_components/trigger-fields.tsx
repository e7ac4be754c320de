"use client";

import { useTranslations } from "use-intl/react";
import { Field, Input } from "#components/ui/field.tsx";
import { FieldSelect } from "#components/ui/field-select.tsx";
import { choiceOf } from "./choice-of.ts";
import type { TriggerDraft } from "./workflow-draft.ts";
import { type Nameable, TRIGGER_KINDS } from "./workflow-words.ts";

type TriggerFieldsProps = {
	trigger: TriggerDraft;
	onChange: (change: Partial<TriggerDraft>) => void;
	nameable: Nameable;
	error: string | undefined;
};

/** What starts the workflow. */
export function TriggerFields({ trigger, onChange, nameable, error }: TriggerFieldsProps) {
	const t = useTranslations("workflows");
	const kinds = TRIGGER_KINDS.map((value) => ({ value, label: t(`triggers.${value}`) }));
	return (
		<div data-field="trigger" className="grid gap-4 sm:grid-cols-2">
			<Field label={t("startsWhen")} hint={t("editor.triggerHint")}>
				<FieldSelect value={trigger.kind} onChange={(kind) => onChange({ kind })} options={kinds} />
			</Field>
			{trigger.kind === "contact_tagged" && (
				<Field label={t("editor.tag")} required error={error}>
					<Input
						aria-required
						value={trigger.tag}
						onChange={(event) => onChange({ tag: event.target.value })}
						autoComplete="off"
						maxLength={100}
					/>
				</Field>
			)}
			{trigger.kind === "form_submitted" && (
				<Field label={t("editor.form")} required error={error}>
					<FieldSelect
						{...choiceOf(nameable.forms, trigger.formId, [t("editor.chooseForm"), t("goneForm")])}
						onChange={(formId) => onChange({ formId })}
					/>
				</Field>
			)}
			{trigger.kind === "link_clicked" && (
				<Field label={t("editor.link")} required error={error}>
					<FieldSelect
						{...choiceOf(nameable.links, trigger.linkId, [t("editor.chooseLink"), t("goneLink")])}
						onChange={(linkId) => onChange({ linkId })}
					/>
				</Field>
			)}
		</div>
	);
}
