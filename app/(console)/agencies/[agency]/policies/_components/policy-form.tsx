"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { focusFirstProblem } from "#components/actions/focus-first-problem.ts";
import { RefusalSummary } from "#components/actions/refusal-summary.tsx";
import { UnsavedGuard } from "#components/actions/unsaved-guard.tsx";
import { useAction } from "#components/actions/use-action.ts";
import { Button } from "#components/ui/button.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import type { PolicyEffects, StoredPolicy } from "#lib/services/policies/read.ts";
import { editPolicyAction, type PolicyPlace } from "../actions.ts";
import { draftOfPolicy, isSameDraft, type PolicyDraft, policyInput } from "./policy-draft.ts";
import { KeyRules, LaterRules, NumberRules } from "./policy-settings.tsx";
import { usePreview } from "./use-preview.ts";

type PolicyFormProps = { place: PolicyPlace; stored: StoredPolicy; effects: PolicyEffects };

export function PolicyForm({ place, stored, effects: known }: PolicyFormProps) {
	const [t, ui] = [useTranslations("policies"), useTranslations("ui")];
	const { base, draft, setDraft, adopt, loadPresent } = useDraft(stored);
	const { tellDone } = useToasts();
	const root = useRef<HTMLFormElement>(null);
	const save = useAction((input) => editPolicyAction(place, input));
	const effects = usePreview(place, draft, known);
	const isChanged = !isSameDraft(draft, draftOfPolicy(base.policy));
	const { refusal } = save;
	const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.message;
	const onChange = (change: Partial<PolicyDraft>) => setDraft({ ...draft, ...change });
	const part = { draft, onChange, errorOf, effects };

	useEffect(() => {
		if (refusal && root.current) focusFirstProblem(root.current, refusal);
	}, [refusal]);

	function submit(event: FormEvent) {
		event.preventDefault();
		save.run({ ...policyInput(draft), version: base.version }, (done) => {
			adopt(done.data);
			tellDone(done.message);
		});
	}

	function discard() {
		save.refuse(null);
		if (refusal?.code === "conflict") loadPresent();
		else setDraft(draftOfPolicy(base.policy));
	}

	return (
		<form ref={root} onSubmit={submit} noValidate className="space-y-4" aria-label={t("title")}>
			<UnsavedGuard when={isChanged} what={ui("unsaved.page")} />
			{refusal && (
				<div className="max-sm:px-4">
					<RefusalSummary refusal={refusal} />
				</div>
			)}
			<KeyRules {...part} />
			<NumberRules {...part} />
			<LaterRules {...part} />
			<div className="sticky bottom-0 z-10 flex flex-wrap items-center gap-x-3 gap-y-2 border-line bg-surface px-4 py-3 max-sm:border-t sm:rounded-t-xl sm:border sm:border-b-0 sm:px-5 sm:shadow-card">
				<Button type="submit" look="primary" pending={save.pending}>
					{save.pending ? ui("saving") : t("form.save")}
				</Button>
				{(isChanged || refusal) && (
					<Button onClick={discard}>
						{t(refusal?.code === "conflict" ? "form.showPresent" : "form.discard")}
					</Button>
				)}
				<p role="status" className="min-w-0 flex-1 basis-40 text-sm text-ink-muted">
					{t(isChanged ? "form.unsaved" : "form.saved")}
				</p>
			</div>
		</form>
	);
}

/** The draft and the version that it began with. What others save meanwhile is taken over only when nothing is lost. */
function useDraft(stored: StoredPolicy) {
	const router = useRouter();
	const [base, setBase] = useState(stored);
	const [draft, setDraft] = useState(() => draftOfPolicy(stored.policy));
	const [gaveUp, setGaveUp] = useState(false);

	function adopt(next: StoredPolicy) {
		setBase(next);
		setDraft(draftOfPolicy(next.policy));
		setGaveUp(false);
	}

	if (stored.version > base.version && (gaveUp || isSameDraft(draft, draftOfPolicy(base.policy))))
		adopt(stored);

	function loadPresent() {
		setGaveUp(true);
		router.refresh();
	}

	return { base, draft, setDraft, adopt, loadPresent };
}
