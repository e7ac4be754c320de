"use client";

import { Plus } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { GroupError } from "#components/ui/field.tsx";
import type { CustomField } from "#lib/core/crm/custom-fields.ts";
import { FORM_FIELDS_MAX } from "#lib/core/crm/form-parts.ts";
import { blankQuestion, type QuestionDraft } from "./form-draft.ts";
import { focusLabel, moveButtonId, QuestionEditor } from "./question-editor.tsx";

type QuestionListProps = {
	questions: QuestionDraft[];
	customFields: readonly CustomField[];
	onChange: (questions: QuestionDraft[]) => void;
	error: string | undefined;
};

/** The questions in their order: added, moved and removed, the focus always with what was changed. */
export function QuestionList({ questions, customFields, onChange, error }: QuestionListProps) {
	const t = useTranslations("forms.question");
	const id = useId();
	const [news, setNews] = useState("");
	const addButton = useRef<HTMLButtonElement>(null);
	const focusNext = useRef<(() => void) | null>(null);

	// biome-ignore lint/correctness/useExhaustiveDependencies: another order is what may take the focus away
	useEffect(() => {
		focusNext.current?.();
		focusNext.current = null;
	}, [questions]);

	function add() {
		const question = blankQuestion(questions);
		focusNext.current = () => focusLabel(question.key);
		onChange([...questions, question]);
	}

	function move(from: number, by: -1 | 1) {
		const [moved] = questions.slice(from, from + 1);
		if (!moved) return;
		const rest = questions.toSpliced(from, 1);
		const to = from + by;
		// At either end the button that was pressed can be pressed no more.
		const isAtEnd = to === 0 || to === rest.length;
		const next = isAtEnd ? (by === 1 ? -1 : 1) : by;
		focusNext.current = () => document.getElementById(moveButtonId(moved.key, next))?.focus();
		setNews(
			t("moved", {
				question: moved.label || t("theQuestion"),
				number: to + 1,
				count: questions.length,
			}),
		);
		onChange(rest.toSpliced(to, 0, moved));
	}

	function remove(question: QuestionDraft) {
		focusNext.current = () => addButton.current?.focus();
		setNews(t("removed", { question: question.label || t("theQuestion") }));
		onChange(questions.filter(({ key }) => key !== question.key));
	}

	return (
		<div data-field="fields" className="space-y-3">
			<GroupError id={`${id}-error`}>{error}</GroupError>
			<ol aria-describedby={error === undefined ? undefined : `${id}-error`} className="space-y-3">
				{questions.map((question, index) => (
					<QuestionEditor
						key={question.key}
						question={question}
						number={index + 1}
						count={questions.length}
						customFields={customFields}
						refused={error !== undefined}
						onChange={(change) =>
							onChange(questions.map((one) => (one.key === question.key ? { ...one, ...change } : one)))
						}
						onMove={(by) => move(index, by)}
						onRemove={() => remove(question)}
					/>
				))}
			</ol>
			<Button
				ref={addButton}
				icon={<Plus aria-hidden className="size-4" />}
				onClick={add}
				disabled={questions.length >= FORM_FIELDS_MAX}
			>
				{t("add")}
			</Button>
			<span aria-live="polite" className="sr-only">
				{news}
			</span>
		</div>
	);
}
