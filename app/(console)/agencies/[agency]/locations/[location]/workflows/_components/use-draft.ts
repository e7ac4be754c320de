"use client";

import { useState } from "react";
import type { WorkflowDetail } from "#lib/core/crm/workflows.ts";
import { draftOf, EMPTY_DRAFT, inputOf, type WorkflowDraft } from "./workflow-draft.ts";

type Stored = { version: number; draft: WorkflowDraft };

const isSame = (one: WorkflowDraft, other: WorkflowDraft) =>
	JSON.stringify(inputOf(one)) === JSON.stringify(inputOf(other));

/**
 * What is being written of a workflow, and whether it differs from what is stored. A newer version takes its place while
 * nothing is unsaved; otherwise what was typed stays, and saving it is refused unless only the status is newer.
 */
export function useDraft(workflow: WorkflowDetail | null) {
	const [stored, setStored] = useState<Stored>(() => ({
		version: workflow?.version ?? 0,
		draft: workflow ? draftOf(workflow) : EMPTY_DRAFT,
	}));
	const [draft, setDraft] = useState(stored.draft);
	const isUnsaved = !isSame(draft, stored.draft);

	if (workflow && workflow.version > stored.version) {
		const newer = draftOf(workflow);
		const { version } = workflow;
		if (isSame(newer, stored.draft)) setStored({ ...stored, version });
		else if (!isUnsaved) {
			setStored({ version, draft: newer });
			setDraft(newer);
		}
	}

	return {
		draft,
		version: stored.version,
		isUnsaved,
		change: (part: Partial<WorkflowDraft>) => setDraft((last) => ({ ...last, ...part })),
		/** Tells that a draft was saved, and as what it is stored. What was typed since then stays. */
		keep({ version, sent, stored: kept }: { version: number; sent: WorkflowDraft; stored: WorkflowDraft }) {
			setStored({ version, draft: kept });
			setDraft((last) => (isSame(last, sent) ? kept : last));
		},
	};
}
