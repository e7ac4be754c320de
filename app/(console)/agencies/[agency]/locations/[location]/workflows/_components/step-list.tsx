"use client";

import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import { useId, useRef } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { STEPS_MAX } from "#lib/core/crm/workflow-parts.ts";
import type { Step } from "#lib/core/crm/workflow-steps.ts";
import { StepFields } from "./step-fields.tsx";
import { newStep, type StepDraft } from "./workflow-draft.ts";
import { type Nameable, STEP_KINDS } from "./workflow-words.ts";

type StepListProps = {
	steps: StepDraft[];
	onChange: (steps: StepDraft[]) => void;
	nameable: Nameable;
	/** What is wrong with the step of this key. */
	errorOf: (key: string) => string | undefined;
};

/** The steps of a workflow, in their order. Buttons move them, so that a keyboard does as well as a mouse. */
export function StepList({ steps, onChange, nameable, errorOf }: StepListProps) {
	const t = useTranslations("workflows");
	const root = useRef<HTMLDivElement>(null);
	const id = useId();
	const made = useRef(0);
	const focusStep = (key: string) =>
		requestAnimationFrame(() => root.current?.querySelector<HTMLElement>(`[data-step="${key}"] h3`)?.focus());

	function add(kind: Step["kind"]) {
		made.current++;
		const step = newStep(kind, `new-${made.current}`);
		onChange([...steps, step]);
		focusStep(step.key);
	}

	function move(index: number, by: 1 | -1) {
		const next = [...steps];
		const [step] = next.splice(index, 1);
		if (!step) return;
		next.splice(index + by, 0, step);
		onChange(next);
		focusStep(step.key);
	}

	function remove(index: number) {
		const next = steps.filter((_, at) => at !== index);
		onChange(next);
		const neighbour = next[Math.min(index, next.length - 1)];
		if (neighbour) focusStep(neighbour.key);
		else root.current?.querySelector<HTMLElement>("fieldset button")?.focus();
	}

	return (
		<div ref={root} data-field="steps" className="space-y-3">
			{steps.length === 0 && (
				<p className="rounded-lg border border-dashed border-line-strong px-4 py-6 text-center text-sm text-ink-muted">
					{t("editor.noSteps")}
				</p>
			)}
			<ol className="space-y-3">
				{steps.map((step, index) => (
					<li
						key={step.key}
						data-step={step.key}
						data-field={`steps.${index}`}
						className="rounded-lg border border-line-strong"
					>
						<div className="flex flex-wrap items-center gap-x-2 gap-y-1 border-b border-line bg-sunken py-1 pe-1 ps-3 first:rounded-t-lg">
							<h3
								id={`${id}-${step.key}`}
								tabIndex={-1}
								className="min-w-0 flex-1 text-sm font-medium outline-none"
							>
								{index + 1}. {t(`kinds.${step.kind}`)}
							</h3>
							<StepButtons
								index={index}
								count={steps.length}
								onMove={(by) => move(index, by)}
								onRemove={() => remove(index)}
							/>
						</div>
						<fieldset aria-labelledby={`${id}-${step.key}`} className="min-w-0 p-3">
							<StepFields
								step={step}
								onChange={(change) =>
									onChange(steps.map((one) => (one.key === step.key ? { ...one, ...change } : one)))
								}
								nameable={nameable}
								error={errorOf(step.key)}
							/>
						</fieldset>
					</li>
				))}
			</ol>
			{steps.length < STEPS_MAX && (
				<fieldset className="flex flex-wrap gap-2">
					<legend className="mb-2 text-sm text-ink-muted">{t("editor.addStep")}</legend>
					{STEP_KINDS.map((kind) => (
						<Button
							key={kind}
							size="small"
							icon={<Plus aria-hidden className="size-3.5" />}
							onClick={() => add(kind)}
							className="any-pointer-coarse:h-11"
						>
							{t(`kinds.${kind}`)}
						</Button>
					))}
				</fieldset>
			)}
		</div>
	);
}

type StepButtonsProps = {
	index: number;
	count: number;
	onMove: (by: 1 | -1) => void;
	onRemove: () => void;
};

function StepButtons({ index, count, onMove, onRemove }: StepButtonsProps) {
	const t = useTranslations("workflows.editor");
	const number = index + 1;
	return (
		<div className="flex">
			<Button
				look="quiet"
				size="icon"
				aria-label={t("up", { number })}
				disabled={index === 0}
				onClick={() => onMove(-1)}
			>
				<ArrowUp aria-hidden className="size-4" />
			</Button>
			<Button
				look="quiet"
				size="icon"
				aria-label={t("down", { number })}
				disabled={index === count - 1}
				onClick={() => onMove(1)}
			>
				<ArrowDown aria-hidden className="size-4" />
			</Button>
			<Button look="quiet" size="icon" aria-label={t("remove", { number })} onClick={onRemove}>
				<Trash2 aria-hidden className="size-4" />
			</Button>
		</div>
	);
}
