"use client";

import { type FormEvent, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslations } from "use-intl/react";
import { AlertDialogBody, AlertDialogFooter, AlertDialogText } from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field, Input } from "#components/ui/field.tsx";
import type { BulkChangeInput } from "#lib/core/keys/bulk-change.ts";
import { RESTORABLE_DAYS } from "#lib/core/keys/trash.ts";
import type { SelectionUse } from "#lib/services/keys/select.ts";
import {
	type BulkDraft,
	type BulkKind,
	type BulkProblem,
	bulkChangeOf,
	EMPTY_BULK,
	isGrave,
} from "./bulk-draft.ts";
import { BulkUse } from "./bulk-use.tsx";
import { focusInvalid } from "./focus-invalid.ts";
import { LabelsInput } from "./labels-input.tsx";
import { RevokeReason } from "./revoke-reason.tsx";
import { TypedCount } from "./typed-count.tsx";

type BulkConfirmProps = {
	kind: BulkKind;
	/** Null while they are looked up. */
	use: SelectionUse | null;
	failure: string | null;
	count: number;
	knownLabels: readonly string[];
	onConfirm: (change: BulkChangeInput) => void;
	onLookAgain: () => void;
	onClose: () => void;
};

/** Says what will break, takes what the change needs to know, and asks once for all keys. */
export function BulkConfirm(props: BulkConfirmProps) {
	const { kind, use, failure, count, knownLabels, onConfirm, onLookAgain, onClose } = props;
	const t = useTranslations("keys.bulk");
	const [draft, setDraft] = useState(EMPTY_BULK);
	const [problem, setProblem] = useState<BulkProblem | null>(null);
	const form = useRef<HTMLFormElement>(null);
	const mustType = isGrave(kind) && use && use.usedLastWeek > 0 ? count : null;
	const isReady = use !== null;

	function submit(event: FormEvent) {
		event.preventDefault();
		if (!isReady) return;
		const asked = bulkChangeOf(kind, draft, mustType);
		if ("change" in asked) return onConfirm(asked.change);
		flushSync(() => setProblem(asked.problem));
		focusInvalid(form.current);
	}

	return (
		<form ref={form} onSubmit={submit} noValidate>
			<AlertDialogBody>
				<AlertDialogText>
					{kind !== "label" && <BulkUse use={use} failure={failure} />}
					{kind === "label" && failure}
					<p>{t(`consequence.${kind}`, { days: RESTORABLE_DAYS })}</p>
				</AlertDialogText>
				<BulkFields
					kind={kind}
					draft={draft}
					problem={problem && t(problem, { count })}
					isAbout={(...problems) => problem !== null && problems.includes(problem)}
					knownLabels={knownLabels}
					onChange={(change) => setDraft((last) => ({ ...last, ...change }))}
				/>
				{mustType !== null && (
					<TypedCount
						count={mustType}
						typed={draft.typed}
						isWrong={problem === "typeWrong"}
						onChange={(typed) => setDraft((last) => ({ ...last, typed }))}
					/>
				)}
			</AlertDialogBody>
			<AlertDialogFooter>
				<Button onClick={onClose}>{t("cancel")}</Button>
				{failure ? (
					<Button look="primary" onClick={onLookAgain}>
						{t("lookAgain")}
					</Button>
				) : (
					<Button
						type="submit"
						look={isGrave(kind) || kind === "switchOff" ? "danger" : "primary"}
						aria-disabled={!isReady || undefined}
					>
						{t(`change.${kind}`).replace(/\s?…$/u, "")}
					</Button>
				)}
			</AlertDialogFooter>
		</form>
	);
}

type BulkFieldsProps = {
	kind: BulkKind;
	draft: BulkDraft;
	problem: string | null;
	isAbout: (...problems: BulkProblem[]) => boolean;
	knownLabels: readonly string[];
	onChange: (change: Partial<BulkDraft>) => void;
};

function BulkFields({ kind, draft, problem, isAbout, knownLabels, onChange }: BulkFieldsProps) {
	const t = useTranslations("keys.bulk");
	const errorOf = (...problems: BulkProblem[]) => (isAbout(...problems) ? (problem ?? undefined) : undefined);
	if (kind === "revoke") {
		return (
			<RevokeReason
				reason={draft.reason}
				isMissing={isAbout("reasonMissing")}
				onChange={(reason) => onChange({ reason })}
			/>
		);
	}
	if (kind === "extend") {
		return (
			<Field label={t("days")} required error={errorOf("daysWrong")}>
				<Input
					aria-required
					value={draft.days}
					onChange={(event) => onChange({ days: event.target.value })}
					inputMode="numeric"
					autoComplete="off"
				/>
			</Field>
		);
	}
	if (kind !== "label") return null;
	return (
		<div className="space-y-4">
			<LabelsInput
				label={t("add")}
				error={errorOf("labelsMissing")}
				labels={draft.add}
				onChange={(add) => onChange({ add })}
				known={knownLabels}
			/>
			<LabelsInput
				label={t("take")}
				labels={draft.remove}
				onChange={(remove) => onChange({ remove })}
				known={knownLabels}
			/>
		</div>
	);
}
