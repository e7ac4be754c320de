"use client";

import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { useId, useRef } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Field, GroupError, Input } from "#components/ui/field.tsx";

/** An option as it is typed. `was` is what it is called now; null when it is new. */
export type OptionDraft = { key: number; name: string; was: string | null };

type OptionsEditorProps = {
	options: readonly OptionDraft[];
	onChange: (options: OptionDraft[]) => void;
	error: string | undefined;
};

/** The options of a custom field, one by one, so that a new name can be told from a new option. */
export function OptionsEditor({ options, onChange, error }: OptionsEditorProps) {
	const t = useTranslations("contacts.fields.options");
	const id = useId();
	const list = useRef<HTMLOListElement>(null);
	const addButton = useRef<HTMLButtonElement>(null);
	const focusRow = (index: number) =>
		requestAnimationFrame(() => {
			const boxes = list.current?.querySelectorAll("input");
			(boxes?.[Math.min(index, boxes.length - 1)] ?? addButton.current)?.focus();
		});

	function add() {
		const key = Math.max(0, ...options.map((one) => one.key)) + 1;
		onChange([...options, { key, name: "", was: null }]);
		focusRow(options.length);
	}

	function remove(index: number) {
		onChange(options.filter((_, at) => at !== index));
		focusRow(index);
	}

	function move(index: number, by: 1 | -1) {
		if (options[index + by] === undefined) return;
		const next = [...options];
		const [one] = next.splice(index, 1);
		if (one) next.splice(index + by, 0, one);
		onChange(next);
	}

	return (
		<fieldset aria-describedby={`${id}-error`} className="min-w-0 space-y-2">
			<legend className="text-sm font-medium text-ink">{t("legend")}</legend>
			<GroupError id={`${id}-error`}>{error}</GroupError>
			<ol ref={list} className="space-y-2">
				{options.map((option, index) => (
					<li key={option.key} className="flex items-center gap-1">
						<Field
							label={<span className="sr-only">{t("option", { number: index + 1 })}</span>}
							className="flex-1 gap-0"
							error={undefined}
						>
							<Input
								value={option.name}
								onChange={(event) =>
									onChange(
										options.map((one) =>
											one.key === option.key ? { ...one, name: event.target.value } : one,
										),
									)
								}
								dir="auto"
								maxLength={100}
								autoComplete="off"
							/>
						</Field>
						<RowButtons
							name={option.name || t("unnamed", { number: index + 1 })}
							isFirst={index === 0}
							isLast={index === options.length - 1}
							onMove={(by) => move(index, by)}
							onRemove={() => remove(index)}
						/>
					</li>
				))}
			</ol>
			<Button ref={addButton} size="small" icon={<Plus aria-hidden className="size-4" />} onClick={add}>
				{t("add")}
			</Button>
		</fieldset>
	);
}

type RowButtonsProps = {
	name: string;
	isFirst: boolean;
	isLast: boolean;
	onMove: (by: 1 | -1) => void;
	onRemove: () => void;
};

function RowButtons({ name, isFirst, isLast, onMove, onRemove }: RowButtonsProps) {
	const t = useTranslations("contacts.fields.options");
	const ui = useTranslations("ui");
	return (
		<>
			<Button
				look="quiet"
				size="icon"
				aria-label={t("up", { name })}
				aria-disabled={isFirst}
				onClick={() => onMove(-1)}
			>
				<ArrowUp aria-hidden className="size-4" />
			</Button>
			<Button
				look="quiet"
				size="icon"
				aria-label={t("down", { name })}
				aria-disabled={isLast}
				onClick={() => onMove(1)}
			>
				<ArrowDown aria-hidden className="size-4" />
			</Button>
			<Button look="quiet" size="icon" aria-label={ui("remove", { name })} onClick={onRemove}>
				<X aria-hidden className="size-4" />
			</Button>
		</>
	);
}
