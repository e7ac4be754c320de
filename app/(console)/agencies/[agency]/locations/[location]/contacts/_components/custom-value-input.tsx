"use client";

import { useId } from "react";
import { useTranslations } from "use-intl/react";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field, GroupError, Input, Textarea } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import type { CustomField } from "#lib/core/crm/custom-fields.ts";
import type { CustomDraft } from "./contact-draft.ts";

type CustomValueInputProps = {
	field: CustomField;
	value: CustomDraft;
	onChange: (value: CustomDraft) => void;
	error: string | undefined;
};

/** Asks for what a custom field holds, in the way of its type. */
export function CustomValueInput({ field, value, onChange, error }: CustomValueInputProps) {
	const ui = useTranslations("ui");
	if (Array.isArray(value)) return <SomeOf field={field} value={value} onChange={onChange} error={error} />;
	const label = <bdi>{field.name}</bdi>;
	const isText = field.dataType === "LARGE_TEXT";
	return (
		<Field label={label} error={error}>
			{field.dataType === "SINGLE_OPTIONS" ? (
				<Select
					value={value}
					onChange={onChange}
					options={[
						{ value: "", label: ui("none") },
						...field.options.map((one) => ({ value: one, label: one })),
					]}
				/>
			) : isText ? (
				<Textarea value={value} onChange={(event) => onChange(event.target.value)} maxLength={5_000} />
			) : (
				<Input
					type={field.dataType === "DATE" ? "date" : field.dataType === "PHONE" ? "tel" : "text"}
					inputMode={isNumber(field) ? "decimal" : undefined}
					value={value}
					onChange={(event) => onChange(event.target.value)}
					maxLength={500}
					autoComplete="off"
				/>
			)}
		</Field>
	);
}

const isNumber = ({ dataType }: CustomField) => dataType === "NUMERICAL" || dataType === "MONETORY";

type SomeOfProps = Omit<CustomValueInputProps, "value"> & { value: string[] };

function SomeOf({ field, value, onChange, error }: SomeOfProps) {
	const id = useId();
	const toggle = (option: string, isChosen: boolean) =>
		onChange(field.options.filter((one) => (one === option ? isChosen : value.includes(one))));
	return (
		<fieldset
			aria-describedby={error === undefined ? undefined : `${id}-error`}
			className="min-w-0 space-y-1.5"
		>
			<legend className="text-sm font-medium">
				<bdi>{field.name}</bdi>
			</legend>
			<GroupError id={`${id}-error`}>{error}</GroupError>
			<div className="flex flex-wrap gap-x-5 gap-y-1">
				{field.options.map((option) => (
					<Checkbox
						key={option}
						checked={value.includes(option)}
						onChange={(isChosen) => toggle(option, isChosen)}
						label={<bdi className="wrap-anywhere">{option}</bdi>}
					/>
				))}
			</div>
		</fieldset>
	);
}
