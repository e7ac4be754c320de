"use client";

import { type FormEvent, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { useAction } from "#components/actions/use-action.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogBody, DialogFooter, DialogHeader } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import { useDialogDraft } from "#components/ui/use-dialog-draft.ts";
import type { KeySummary } from "#lib/core/keys/key.ts";
import type { PropagationNews } from "#lib/core/keys/propagation.ts";
import { rotateKeyAction } from "../actions.ts";
import { CustomOverlap } from "./custom-overlap.tsx";
import { rowOrHeading } from "./focus-targets.ts";
import type { KeyDialogProps } from "./key-actions.tsx";
import { emptyOverlap, OVERLAP_CHOICES, overlapSeconds } from "./overlap-draft.ts";
import { RevealKey } from "./reveal-key.tsx";
import { useChangeToast } from "./use-change-toast.ts";

type RotateKeyDialogProps = KeyDialogProps & {
	/** Gets the focus back; the menu of the key does when it is left out. */
	opener?: HTMLElement;
};

type Rotated = { title: string; secret: string; news: PropagationNews };

/** Asks how long the current secret goes on, then shows the new one: the only time that anybody sees it. */
export function RotateKeyDialog({ site, apiKey, opener, open, onClose, onClosed }: RotateKeyDialogProps) {
	const t = useTranslations("apiKey.dialogs.rotate");
	const tellChange = useChangeToast();
	const [rotated, setRotated] = useState<Rotated | null>(null);
	const rotate = useAction((input) => rotateKeyAction(site.place, input));
	const firstChoice = useRef<HTMLDivElement>(null);

	function finish() {
		if (rotated) {
			const message = t("done", { title: rotated.title });
			tellChange("replaces", { status: "done", message, data: rotated.news });
		}
		onClose();
	}

	return (
		<Dialog
			open={open}
			onOpenChange={(next, details) => {
				if (next) return;
				// Once the secret is on its way or on the screen, only its own button closes the dialog.
				if (rotated || rotate.pending) details.cancel();
				else onClose();
			}}
			onClosed={onClosed}
			initialFocus={firstChoice}
			finalFocus={() => opener ?? rowOrHeading(apiKey.id)}
		>
			{rotated ? (
				<RevealKey
					title={rotated.title}
					secret={rotated.secret}
					deed={t("deed")}
					remedy={t("remedy")}
					locationId={(apiKey.location ?? apiKey.chosenLocations?.[0] ?? site.locations[0])?.id ?? null}
					onStored={finish}
				/>
			) : (
				<RotateForm
					apiKey={apiKey}
					rotate={rotate}
					firstChoice={firstChoice}
					onRotated={setRotated}
					onCancel={() => !rotate.pending && onClose()}
				/>
			)}
		</Dialog>
	);
}

type RotateFormProps = {
	apiKey: KeySummary;
	rotate: ReturnType<typeof useAction<Rotated>>;
	firstChoice: React.RefObject<HTMLDivElement | null>;
	onRotated: (rotated: Rotated) => void;
	onCancel: () => void;
};

function RotateForm({ apiKey, rotate, firstChoice, onRotated, onCancel }: RotateFormProps) {
	const t = useTranslations("apiKey.dialogs");
	const tUi = useTranslations("ui");
	const [draft, setDraft] = useState(emptyOverlap);
	useDialogDraft(draft);
	const labelId = useId();
	const error = rotate.refusal?.fields.find(({ field }) => field === "overlapSeconds")?.message;

	function submit(event: FormEvent) {
		event.preventDefault();
		const seconds = overlapSeconds(draft);
		if (seconds === null) {
			const message = t("rotate.noNumber");
			const fields = [{ field: "overlapSeconds", message }];
			return rotate.refuse({ status: "refused", code: "invalid_input", message, fields });
		}
		const seen = { keyId: apiKey.id, version: apiKey.version };
		rotate.run({ ...seen, overlapSeconds: seconds }, (done) => onRotated(done.data));
	}

	return (
		<form onSubmit={submit} noValidate className="flex min-h-0 flex-1 flex-col">
			<DialogHeader
				title={t("rotate.title")}
				text={
					<>
						<bdi>{apiKey.title}</bdi> · <code className="font-mono text-xs">{apiKey.masked}</code>
					</>
				}
			/>
			<DialogBody className="space-y-5">
				<p className="text-sm text-ink-muted">
					{t("rotate.text")} <span className="font-medium text-ink">{t("rotate.older")}</span>
				</p>
				<div className="space-y-1.5" ref={firstChoice} tabIndex={-1}>
					<p id={labelId} className="text-sm font-medium">
						{t("rotate.choose")}
					</p>
					<RadioCards
						value={draft.choice}
						onChange={(choice) => setDraft((last) => ({ ...last, choice }))}
						cards={OVERLAP_CHOICES.map((value) => ({
							value,
							title: t(`rotate.choices.${value}.title`),
							text: t(`rotate.choices.${value}.text`),
						}))}
						labelledBy={labelId}
					/>
				</div>
				{draft.choice === "custom" && (
					<CustomOverlap
						draft={draft}
						onChange={(change) => setDraft((last) => ({ ...last, ...change }))}
						error={error}
					/>
				)}
				{draft.choice === "now" && (
					<Notice look="warn">
						{t.rich("rotate.warning", {
							key: () => <code className="font-mono text-xs">{apiKey.masked}</code>,
						})}
					</Notice>
				)}
				{rotate.refusal && !error && (
					<Notice look="bad" alert>
						{rotate.refusal.message}
					</Notice>
				)}
			</DialogBody>
			<DialogFooter>
				<Button onClick={onCancel}>{tUi("cancel")}</Button>
				<Button type="submit" look={draft.choice === "now" ? "danger" : "primary"} pending={rotate.pending}>
					{t(rotate.pending ? "rotate.pending" : "rotate.confirm")}
				</Button>
			</DialogFooter>
		</form>
	);
}
