"use client";

import { type ReactNode, useId } from "react";
import { Field, Input } from "#components/ui/field.tsx";
import { Setting } from "./setting.tsx";

type NumberSettingProps = {
	field: string;
	title: string;
	text: ReactNode;
	label: string;
	hint: string;
	value: string;
	onChange: (value: string) => void;
	error: string | undefined;
	effect: string | undefined;
	/** Left out where a number has to be. */
	placeholder?: string;
};

export function NumberSetting(props: NumberSettingProps) {
	const { field, title, text, label, hint, value, onChange, error, effect, placeholder } = props;
	const id = useId();
	return (
		<Setting field={field} id={id} title={title} text={text} effect={effect}>
			<Field
				label={label}
				hint={hint}
				error={error}
				required={placeholder === undefined}
				className="max-w-56"
			>
				<Input
					inputMode="numeric"
					autoComplete="off"
					aria-required={placeholder === undefined}
					value={value}
					onChange={(event) => onChange(event.target.value)}
					maxLength={12}
					placeholder={placeholder}
					className="tabular-nums"
				/>
			</Field>
		</Setting>
	);
}
