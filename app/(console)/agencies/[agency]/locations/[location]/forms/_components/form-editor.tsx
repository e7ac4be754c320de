"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { focusFirstProblem } from "#components/actions/focus-first-problem.ts";
import { RefusalSummary } from "#components/actions/refusal-summary.tsx";
import { UnsavedGuard } from "#components/actions/unsaved-guard.tsx";
import { useAction } from "#components/actions/use-action.ts";
import { Button, buttonStyle } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field, Input, Textarea } from "#components/ui/field.tsx";
import { Panel, PanelBody, PanelFooter } from "#components/ui/panel.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import type { CustomField } from "#lib/core/crm/custom-fields.ts";
import type { FormDetail } from "#lib/core/crm/form-fields.ts";
import { FORM_NAME_MAX, THANKS_MAX } from "#lib/core/crm/form-parts.ts";
import { createFormAction, editFormAction, type FormsPlace } from "../actions.ts";
import { draftOf, type FormDraft, newForm, toFields } from "./form-draft.ts";
import { formsHref } from "./places.ts";
import { QuestionList } from "./question-list.tsx";

type FormEditorProps = {
	place: FormsPlace;
	locationId: string;
	/** Null for a new one. */
	form: FormDetail | null;
	customFields: readonly CustomField[];
};

/** Everything about a form: what it asks, and what happens when it was sent. */
export function FormEditor({ place, locationId, form, customFields }: FormEditorProps) {
	const t = useTranslations("forms");
	const ui = useTranslations("ui");
	const words = useTranslations("contactFields");
	const { tellDone } = useToasts();
	const router = useRouter();
	const [stored] = useState<FormDraft>(() => (form ? draftOf(form) : newForm(words, t("editor.send"))));
	const [draft, setDraft] = useState(stored);
	const [isSaved, setIsSaved] = useState(false);
	const change = (part: Partial<FormDraft>) => setDraft((last) => ({ ...last, ...part }));
	const save = useAction<{ id: string }>((input) =>
		form ? editFormAction(place, input) : createFormAction(place, input),
	);
	const root = useRef<HTMLFormElement>(null);
	const { refusal } = save;
	const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.message;

	useEffect(() => {
		if (refusal && root.current) focusFirstProblem(root.current, refusal);
	}, [refusal]);

	function submit(event: FormEvent) {
		event.preventDefault();
		const naming = form ? { formId: form.id, version: form.version } : { locationId };
		save.run({ ...toFields(draft), ...naming }, ({ message, data }) => {
			setIsSaved(true);
			tellDone(message);
			router.push(`${formsHref(place)}/${data.id}`);
		});
	}

	return (
		<form ref={root} onSubmit={submit} noValidate className="space-y-4">
			<UnsavedGuard when={!isSaved && !isSameForm(draft, stored)} what={ui("unsaved.form")} />
			{refusal && <RefusalSummary refusal={refusal} />}
			<Panel title={t("editor.questions")} text={t("editor.questionsText")}>
				<PanelBody className="space-y-5">
					<div data-field="name">
						<Field label={t("editor.name")} required error={errorOf("name")} hint={t("editor.nameHint")}>
							<Input
								aria-required
								value={draft.name}
								onChange={(event) => change({ name: event.target.value })}
								maxLength={FORM_NAME_MAX}
								autoComplete="off"
							/>
						</Field>
					</div>
					<QuestionList
						questions={draft.questions}
						customFields={customFields}
						onChange={(questions) => change({ questions })}
						error={errorOf("fields")}
					/>
				</PanelBody>
			</Panel>
			<Panel title={t("editor.afterwards")}>
				<PanelBody>
					<Afterwards draft={draft} onChange={change} errorOf={errorOf} />
				</PanelBody>
				<PanelFooter>
					<Link
						href={form ? `${formsHref(place)}/${form.id}` : formsHref(place)}
						className={buttonStyle({ look: "secondary" })}
					>
						{ui("cancel")}
					</Link>
					<Button type="submit" look="primary" pending={save.pending}>
						{save.pending ? ui("saving") : form ? ui("saveChanges") : t("create")}
					</Button>
				</PanelFooter>
			</Panel>
		</form>
	);
}

/** Rows of questions have ids of their own, which are nobody's work. */
const isSameForm = (one: FormDraft, other: FormDraft) =>
	JSON.stringify(toFields(one)) === JSON.stringify(toFields(other));

type AfterwardsProps = {
	draft: FormDraft;
	onChange: (change: Partial<FormDraft>) => void;
	errorOf: (field: string) => string | undefined;
};

function Afterwards({ draft, onChange, errorOf }: AfterwardsProps) {
	const t = useTranslations("forms.editor");
	return (
		<div className="space-y-5">
			<div data-field="submitLabel">
				<Field label={t("submitLabel")} required error={errorOf("submitLabel")}>
					<Input
						aria-required
						value={draft.submitLabel}
						onChange={(event) => onChange({ submitLabel: event.target.value })}
						maxLength={40}
						autoComplete="off"
					/>
				</Field>
			</div>
			<div data-field="thanks">
				<Field label={t("thanks")} error={errorOf("thanks")}>
					<Textarea
						value={draft.thanks}
						onChange={(event) => onChange({ thanks: event.target.value })}
						maxLength={THANKS_MAX}
						placeholder={t("defaultThanks")}
					/>
				</Field>
			</div>
			<div data-field="redirectTo">
				<Field label={t("redirectTo")} error={errorOf("redirectTo")} hint={t("redirectHint")}>
					<Input
						type="url"
						inputMode="url"
						dir="ltr"
						value={draft.redirectTo}
						onChange={(event) => onChange({ redirectTo: event.target.value })}
						autoComplete="off"
						spellCheck={false}
						placeholder="https://example.com/thanks"
					/>
				</Field>
			</div>
			<Checkbox
				checked={draft.enabled}
				onChange={(enabled) => onChange({ enabled })}
				label={<span className="font-medium">{t("enabled")}</span>}
			/>
		</div>
	);
}
