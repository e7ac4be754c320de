"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { focusFirstProblem } from "#components/actions/focus-first-problem.ts";
import { RefusalSummary } from "#components/actions/refusal-summary.tsx";
import { UnsavedGuard } from "#components/actions/unsaved-guard.tsx";
import { useAction } from "#components/actions/use-action.ts";
import { Button } from "#components/ui/button.tsx";
import { Field, Input } from "#components/ui/field.tsx";
import { Panel, PanelBody, PanelFooter } from "#components/ui/panel.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import { WORKFLOW_NAME_MAX } from "#lib/core/crm/workflow-parts.ts";
import type { WorkflowDetail, WorkflowFields } from "#lib/core/crm/workflows.ts";
import { createWorkflowAction, editWorkflowAction, type WorkflowPlace } from "../actions.ts";
import { workflowsHref } from "./place.ts";
import { StepList } from "./step-list.tsx";
import { TriggerFields } from "./trigger-fields.tsx";
import { useDraft } from "./use-draft.ts";
import { draftOf, inputOf } from "./workflow-draft.ts";
import type { Nameable } from "./workflow-words.ts";

type WorkflowEditorProps = {
	place: WorkflowPlace;
	locationId: string;
	/** Null for a new one. */
	workflow: WorkflowDetail | null;
	nameable: Nameable;
};

/** Where a workflow is written: its name, what starts it, and its steps. */
export function WorkflowEditor({ place, locationId, workflow, nameable }: WorkflowEditorProps) {
	const t = useTranslations("workflows");
	const ui = useTranslations("ui");
	const writing = useDraft(workflow);
	const { draft, change, isUnsaved } = writing;
	const { save, submit, sentKeys } = useSave({ place, locationId, workflow, writing });
	const { refusal } = save;
	const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.message;
	const root = useRef<HTMLFormElement>(null);

	useEffect(() => {
		if (refusal && root.current) focusFirstProblem(root.current, refusal);
	}, [refusal]);

	return (
		<form ref={root} onSubmit={submit} noValidate>
			<Panel>
				<PanelBody className="space-y-5 pt-4 sm:pt-5">
					{refusal && <RefusalSummary refusal={refusal} />}
					<div data-field="name">
						<Field label={t("name")} required error={errorOf("name")}>
							<Input
								aria-required
								value={draft.name}
								onChange={(event) => change({ name: event.target.value })}
								autoComplete="off"
								maxLength={WORKFLOW_NAME_MAX}
								placeholder={t("editor.example")}
							/>
						</Field>
					</div>
					<TriggerFields
						trigger={draft.trigger}
						onChange={(part) => change({ trigger: { ...draft.trigger, ...part } })}
						nameable={nameable}
						error={errorOf("trigger")}
					/>
					<section aria-labelledby="steps-heading">
						<h2 id="steps-heading" className="mb-2 text-sm font-medium">
							{t("steps")}
						</h2>
						<StepList
							steps={draft.steps}
							onChange={(steps) => change({ steps })}
							nameable={nameable}
							errorOf={(key) => errorOf(`steps.${sentKeys.indexOf(key)}`)}
						/>
					</section>
				</PanelBody>
				<PanelFooter>
					{isUnsaved && <p className="me-auto self-center text-sm text-ink-muted">{t("editor.unsaved")}</p>}
					<Button type="submit" look="primary" pending={save.pending}>
						{workflow ? ui("saveChanges") : t("create")}
					</Button>
				</PanelFooter>
			</Panel>
			<UnsavedGuard when={isUnsaved} what={t("editor.what")} />
		</form>
	);
}

type Saved = Omit<WorkflowEditorProps, "nameable"> & { writing: ReturnType<typeof useDraft> };

/** Problems are told by the number of a step; which one was sent as which is kept, since they may move meanwhile. */
function useSave({ place, locationId, workflow, writing }: Saved) {
	const t = useTranslations("workflows.editor");
	const { draft, version, keep } = writing;
	const [sentKeys, setSentKeys] = useState<string[]>([]);
	const router = useRouter();
	const { tellDone } = useToasts();
	const save = useAction<{ id: string; version: number; stored: WorkflowFields }>((input) =>
		workflow ? editWorkflowAction(place, input) : createWorkflowAction(place, input),
	);

	function submit(event: FormEvent) {
		event.preventDefault();
		setSentKeys(draft.steps.map(({ key }) => key));
		const naming = workflow ? { workflowId: workflow.id, version } : { locationId };
		save.run({ ...inputOf(draft), ...naming }, ({ message, data }) => {
			keep({ version: data.version, sent: draft, stored: draftOf(data.stored) });
			if (workflow) return tellDone(message);
			tellDone(message, { text: t("isDraft") });
			router.push(`${workflowsHref(place)}/${data.id}`);
		});
	}

	return { save, submit, sentKeys };
}
