"use client";

import { type FormEvent, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslations } from "use-intl/react";
import { AlertDialogBody, AlertDialogFooter, AlertDialogText } from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Select } from "#components/ui/select.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { FixKind, FixPreviewForm } from "#lib/core/keys/fix.ts";
import { FIX_DAYS } from "#lib/core/keys/fixes.ts";
import type { FixPreview } from "#lib/services/keys/preview-fix.ts";
import { type BulkProblem, bulkChangeOf, EMPTY_BULK } from "../../_components/bulk-draft.ts";
import type { StartBulk } from "../../_components/bulk-run-dialog.tsx";
import { BulkUse } from "../../_components/bulk-use.tsx";
import { focusInvalid } from "../../_components/focus-invalid.ts";
import { RevokeReason } from "../../_components/revoke-reason.tsx";
import { TypedCount } from "../../_components/typed-count.tsx";
import type { KeyPlace } from "../../actions.ts";
import { FixPreviewList } from "./fix-preview-list.tsx";
import { useFixPreview } from "./use-fix-preview.ts";

type FixConfirmProps = {
	kind: FixKind;
	about: FixPreviewForm["about"];
	place: KeyPlace;
	locationId: string | null;
	onStart: StartBulk;
	onClose: () => void;
};

const IS_DANGER: readonly FixKind[] = ["switchOff", "delete", "revoke"];
/** Stands in for a reason that is not written yet, so that the keys can be looked at. */
const NO_REASON = "–";

/** Says what the change stops and what it does to each key, and asks once for all of them. */
export function FixConfirm({ kind, about, place, locationId, onStart, onClose }: FixConfirmProps) {
	const t = useTranslations("health");
	const [draft, setDraft] = useState(EMPTY_BULK);
	const [problem, setProblem] = useState<BulkProblem | null>(null);
	const form = useRef<HTMLFormElement>(null);
	const planned = bulkChangeOf(kind, { ...draft, reason: NO_REASON }, null);
	const asked = { locationId, about, change: "change" in planned ? planned.change : null };
	const { preview, problem: failure, lookAgain } = useFixPreview(place, asked);
	const changing = preview?.rows.filter(({ effect }) => effect.becomes !== null) ?? [];
	const mustType = kind === "revoke" && preview?.use && preview.use.usedLastWeek > 0 ? changing.length : null;

	function submit(event: FormEvent) {
		event.preventDefault();
		if (changing.length === 0) return;
		const confirmed = bulkChangeOf(kind, draft, mustType);
		if ("change" in confirmed) return onStart(changing, confirmed.change);
		flushSync(() => setProblem(confirmed.problem));
		focusInvalid(form.current);
	}

	return (
		<form ref={form} onSubmit={submit} noValidate>
			<AlertDialogBody>
				<AlertDialogText>
					<p>{t(`fixTexts.${kind}`)}</p>
				</AlertDialogText>
				{(kind === "endIn" || kind === "extend") && (
					<Select
						label={t("dialog.days")}
						prefix={t("dialog.days")}
						value={draft.days}
						onChange={(days) => setDraft({ ...draft, days })}
						options={FIX_DAYS.map((days) => ({
							value: String(days),
							label: t("dialog.daysOption", { days }),
						}))}
						className="w-fit"
					/>
				)}
				<Preview preview={preview} problem={failure} changing={changing.length} />
				{kind === "revoke" && (
					<RevokeReason
						reason={draft.reason}
						isMissing={problem === "reasonMissing"}
						onChange={(reason) => setDraft({ ...draft, reason })}
					/>
				)}
				{mustType !== null && (
					<TypedCount
						count={mustType}
						typed={draft.typed}
						isWrong={problem === "typeWrong"}
						onChange={(typed) => setDraft({ ...draft, typed })}
					/>
				)}
			</AlertDialogBody>
			<AlertDialogFooter>
				<Button onClick={onClose}>{t("dialog.cancel")}</Button>
				{failure && <Button onClick={lookAgain}>{t("dialog.again")}</Button>}
				{changing.length > 0 && (
					<Button type="submit" look={IS_DANGER.includes(kind) ? "danger" : "primary"}>
						{t("dialog.confirm", { fix: t(`fixes.${kind}`), count: changing.length })}
					</Button>
				)}
			</AlertDialogFooter>
		</form>
	);
}

type PreviewProps = { preview: FixPreview | null; problem: string | null; changing: number };

function Preview({ preview, problem, changing }: PreviewProps) {
	const t = useTranslations("health.dialog");
	if (problem) {
		return (
			<Notice look="bad" alert>
				{problem}
			</Notice>
		);
	}
	if (!preview) {
		return (
			<p role="status" className="flex items-center gap-2 py-8 text-sm text-ink-muted">
				<Spinner className="size-4" />
				{t("looking")}
			</p>
		);
	}
	const staying = preview.rows.length - changing;
	return (
		<div className="space-y-3">
			{preview.use && changing > 0 && (
				<div className="text-sm">
					<BulkUse use={preview.use} failure={null} />
				</div>
			)}
			<p role="status" className="text-sm">
				<strong className="font-semibold">{t("willChange", { count: changing })}</strong>
				{staying > 0 && ` · ${t("willStay", { count: staying })}`}
			</p>
			{preview.total > preview.rows.length && (
				<Notice look="note">{t("tooMany", { total: preview.total, count: preview.rows.length })}</Notice>
			)}
			<FixPreviewList rows={preview.rows} />
		</div>
	);
}
