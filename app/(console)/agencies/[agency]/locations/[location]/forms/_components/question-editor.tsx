"use client";

import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field, Input, Textarea } from "#components/ui/field.tsx";
import { FieldSelect } from "#components/ui/field-select.tsx";
import type { SelectOption } from "#components/ui/select.tsx";
import type { CustomField } from "#lib/core/crm/custom-fields.ts";
import { FIELD_TYPES, LABEL_MAX, SAVED_FIELDS, type SavedField } from "#lib/core/crm/form-parts.ts";
import { keptIn, type QuestionDraft } from "./form-draft.ts";

const SAVED = Object.keys(SAVED_FIELDS) as SavedField[];
const NOWHERE = "nowhere";

type QuestionEditorProps = {
	question: QuestionDraft;
	/** Its place among the questions, from 1. */
	number: number;
	count: number;
	customFields: readonly CustomField[];
	/** The questions were not accepted: shows which of its boxes are empty. */
	refused: boolean;
	onChange: (change: Partial<QuestionDraft>) => void;
	onMove: (by: -1 | 1) => void;
	onRemove: () => void;
};

export const moveButtonId = (key: number, by: -1 | 1) => `question-${key}-${by === 1 ? "down" : "up"}`;
const questionId = (key: number) => `question-${key}`;

/** A field gives its box an id of its own at first, so the box is found by where it stands. */
export const focusLabel = (key: number) =>
	document.getElementById(questionId(key))?.querySelector("input")?.focus();

/** One question of a form that is edited. */
export function QuestionEditor(props: QuestionEditorProps) {
	const { question, number, customFields, refused, onChange } = props;
	const t = useTranslations("forms.question");
	const words = useTranslations("contactFields");
	const places: SelectOption<string>[] = [
		{ value: NOWHERE, label: t("submissionAlone") },
		...SAVED.map((value) => ({ value, label: words(value) })),
		...customFields.map(({ id, name }) => ({ value: id, label: name })),
	];
	const emptyBox = (text: string, message: string) => (refused && text.trim() === "" ? message : undefined);
	const isFree = question.savesTo === null;

	return (
		<li id={questionId(question.key)} className="rounded-lg border border-line-strong bg-surface">
			<fieldset className="min-w-0">
				<legend className="sr-only">{t("numbered", { number })}</legend>
				<QuestionHead {...props} />
				<div className="grid gap-4 p-4 sm:grid-cols-2">
					<Field
						label={t("words")}
						required
						error={emptyBox(question.label, t("noWords"))}
						className="sm:col-span-2"
					>
						<Input
							aria-required
							value={question.label}
							onChange={(event) => onChange({ label: event.target.value })}
							maxLength={LABEL_MAX}
							autoComplete="off"
						/>
					</Field>
					<Field label={t("keptIn")}>
						<FieldSelect
							value={question.savesTo ?? NOWHERE}
							onChange={(value) =>
								onChange(keptIn(value === NOWHERE ? null : value, question, customFields, words))
							}
							options={places}
						/>
					</Field>
					<Field label={t("kind")}>
						<FieldSelect
							value={question.type}
							onChange={(type) => onChange({ type })}
							options={FIELD_TYPES.filter((type) => isFree || type === question.type).map((type) => ({
								value: type,
								label: t(`types.${type}`),
							}))}
						/>
					</Field>
					{question.type === "choice" && (
						<Field
							label={t("choices")}
							required
							error={emptyBox(question.options, t("noChoices"))}
							hint={t("choicesHint")}
							className="sm:col-span-2"
						>
							<Textarea
								value={question.options}
								onChange={(event) => onChange({ options: event.target.value })}
							/>
						</Field>
					)}
					<Checkbox
						checked={question.required}
						onChange={(required) => onChange({ required })}
						label={t("required")}
						className="sm:col-span-2"
					/>
				</div>
			</fieldset>
		</li>
	);
}

function QuestionHead({ question, number, count, onMove, onRemove }: QuestionEditorProps) {
	const t = useTranslations("forms.question");
	const what = question.label || t("unnamed", { number });
	const size = "any-pointer-coarse:size-10";
	return (
		<div className="flex items-center gap-1 border-b border-line bg-sunken py-1 pe-1 ps-4">
			<span aria-hidden className="min-w-0 flex-1 text-xs font-medium text-ink-muted">
				{t("numbered", { number })}
			</span>
			<Button
				id={moveButtonId(question.key, -1)}
				look="quiet"
				size="icon"
				className={size}
				aria-label={t("up", { question: what })}
				disabled={number === 1}
				onClick={() => onMove(-1)}
			>
				<ArrowUp aria-hidden className="size-4" />
			</Button>
			<Button
				id={moveButtonId(question.key, 1)}
				look="quiet"
				size="icon"
				className={size}
				aria-label={t("down", { question: what })}
				disabled={number === count}
				onClick={() => onMove(1)}
			>
				<ArrowDown aria-hidden className="size-4" />
			</Button>
			<Button
				look="quiet"
				size="icon"
				className={size}
				aria-label={t("remove", { question: what })}
				onClick={onRemove}
			>
				<Trash2 aria-hidden className="size-4" />
			</Button>
		</div>
	);
}
