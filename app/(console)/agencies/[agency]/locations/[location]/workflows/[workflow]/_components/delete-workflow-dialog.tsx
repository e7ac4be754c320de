"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { DeleteDialog } from "#components/actions/delete-dialog.tsx";
import type { DialogState } from "#components/actions/use-dialog-request.ts";
import { Checkbox } from "#components/ui/checkbox.tsx";
import type { WorkflowDetail } from "#lib/core/crm/workflows.ts";
import { DELETE_WORKFLOW_ID, workflowsHeading, workflowsHref } from "../../_components/place.ts";
import { deleteWorkflowAction, type WorkflowPlace } from "../../actions.ts";

type DeleteWorkflowDialogProps = DialogState & { place: WorkflowPlace; workflow: WorkflowDetail };

/** Says what stops, and what goes on, before it does. */
export function DeleteWorkflowDialog({ place, workflow, ...state }: DeleteWorkflowDialogProps) {
	const t = useTranslations("workflows.delete");
	const [stopsRuns, setStopsRuns] = useState(false);
	const { running } = workflow.runs;
	return (
		<DeleteDialog
			{...state}
			title={t("title")}
			name={workflow.name}
			button={t("button")}
			action={(input) => deleteWorkflowAction(place, input)}
			input={{ workflowId: workflow.id, stopsRuns }}
			listHref={workflowsHref(place)}
			heading={workflowsHeading}
			opener={() => document.getElementById(DELETE_WORKFLOW_ID)}
			choice={
				running > 0 && (
					<Checkbox checked={stopsRuns} onChange={setStopsRuns} label={t("stopRuns", { count: running })} />
				)
			}
		>
			<p>{t("text")}</p>
		</DeleteDialog>
	);
}
