"use client";

import { Field, Input } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { choiceOf } from "./choice-of.ts";
import type { StepDraft } from "./workflow-draft.ts";
import { type Nameable, OWN_FIELD_WORDS, WAIT_UNITS } from "./workflow-words.ts";

export type StepFieldsProps = {
	step: StepDraft;
	onChange: (change: Partial<StepDraft>) => void;
	nameable: Nameable;
	error: string | undefined;
};

/** What a step of its kind needs to be told. */
export function StepFields(props: StepFieldsProps) {
	switch (props.step.kind) {
		case "add_tag":
		case "remove_tag":
			return <TextField {...props} name="tag" label="Tag" />;
		case "update_field":
			return <FieldAndValue {...props} />;
		case "wait":
			return <AmountAndUnit {...props} />;
		case "call_webhook":
			return (
				<TextField
					{...props}
					name="url"
					label="Address"
					placeholder="https://hooks.example.com/crm"
					hint="Gets a POST request about the contact, signed with the API shared secret."
				/>
			);
		case "notify":
			return (
				<TextField
					{...props}
					name="message"
					label="Message"
					hint="Goes to the location's managers and to the agency's owners and admins."
				/>
			);
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
	const own = Object.entries(OWN_FIELD_WORDS).map(([id, name]) => ({ id, name }));
	const choice = choiceOf([...own, ...nameable.fields], step.field, [
		"Choose a field",
		"A field that is gone",
	]);
	const hasField = choice.value !== "";
	return (
		<div className="grid gap-4 sm:grid-cols-2">
			<Field label="Field" required error={hasField ? undefined : error}>
				<Select {...choice} onChange={(field) => onChange({ field })} />
			</Field>
			<Field label="Value" error={hasField ? error : undefined} hint="Nothing here clears the field.">
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

const AmountAndUnit = ({ step, onChange, error }: StepFieldsProps) => (
	<div className="grid grid-cols-2 gap-4">
		<Field label="For" required error={error}>
			<Input
				aria-required
				type="number"
				inputMode="numeric"
				min={1}
				value={step.amount}
				onChange={(event) => onChange({ amount: event.target.value })}
			/>
		</Field>
		<Field label="Unit">
			<Select
				value={step.unit}
				onChange={(unit) => onChange({ unit })}
				options={WAIT_UNITS.map((value) => ({ value, label: `${value}s` }))}
			/>
		</Field>
	</div>
);
