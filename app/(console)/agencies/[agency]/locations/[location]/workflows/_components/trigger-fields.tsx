"use client";

import { Field, Input } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import type { Trigger } from "#lib/core/crm/workflow-steps.ts";
import { choiceOf } from "./choice-of.ts";
import type { TriggerDraft } from "./workflow-draft.ts";
import { type Nameable, TRIGGER_WORDS } from "./workflow-words.ts";

type TriggerFieldsProps = {
	trigger: TriggerDraft;
	onChange: (change: Partial<TriggerDraft>) => void;
	nameable: Nameable;
	error: string | undefined;
};

const KINDS = Object.entries(TRIGGER_WORDS).map(([value, label]) => ({
	value: value as Trigger["kind"],
	label,
}));

/** What starts the workflow. */
export const TriggerFields = ({ trigger, onChange, nameable, error }: TriggerFieldsProps) => (
	<div data-field="trigger" className="grid gap-4 sm:grid-cols-2">
		<Field
			label="Starts when"
			hint="An API call can put a contact into a published workflow, whatever it starts with."
		>
			<Select value={trigger.kind} onChange={(kind) => onChange({ kind })} options={KINDS} />
		</Field>
		{trigger.kind === "contact_tagged" && (
			<Field label="Tag" required error={error}>
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
			<Field label="Form" required error={error}>
				<Select
					{...choiceOf(nameable.forms, trigger.formId, ["Choose a form", "A form that is gone"])}
					onChange={(formId) => onChange({ formId })}
				/>
			</Field>
		)}
		{trigger.kind === "link_clicked" && (
			<Field label="Trigger link" required error={error}>
				<Select
					{...choiceOf(nameable.links, trigger.linkId, ["Choose a trigger link", "A link that is gone"])}
					onChange={(linkId) => onChange({ linkId })}
				/>
			</Field>
		)}
	</div>
);
