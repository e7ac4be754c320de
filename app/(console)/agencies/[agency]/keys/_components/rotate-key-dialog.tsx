"use client";

import { type FormEvent, useId, useRef, useState } from "react";
import { type Refusal, useAction } from "#components/actions/use-action.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogBody, DialogFooter, DialogHeader } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import type { KeySummary } from "#lib/core/keys/key.ts";
import type { PropagationNews } from "#lib/core/keys/propagation.ts";
import { rotateKeyAction } from "../actions.ts";
import { CustomOverlap } from "./custom-overlap.tsx";
import { rowOrHeading } from "./focus-targets.ts";
import type { KeyDialogProps } from "./key-actions.tsx";
import { emptyOverlap, OVERLAP_CARDS, overlapSeconds } from "./overlap-draft.ts";
import { RevealKey } from "./reveal-key.tsx";
import { useChangeToast } from "./use-change-toast.ts";

type RotateKeyDialogProps = KeyDialogProps & {
	/** Gets the focus back; the menu of the key does when it is left out. */
	opener?: HTMLElement;
};

type Rotated = { title: string; secret: string; news: PropagationNews };

/** Asks how long the current secret goes on, then shows the new one: the only time that anybody sees it. */
export function RotateKeyDialog({ site, apiKey, opener, open, onClose, onClosed }: RotateKeyDialogProps) {
	const tellChange = useChangeToast();
	const [rotated, setRotated] = useState<Rotated | null>(null);
	const rotate = useAction((input) => rotateKeyAction(site.place, input));
	const firstChoice = useRef<HTMLDivElement>(null);

	function finish() {
		if (rotated) {
			const message = `“${rotated.title}” has a new secret.`;
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
					deed="has a new secret."
					remedy="rotate the key again"
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
	const [draft, setDraft] = useState(emptyOverlap);
	const labelId = useId();
	const error = rotate.refusal?.fields.find(({ field }) => field === "overlapSeconds")?.message;

	function submit(event: FormEvent) {
		event.preventDefault();
		const seconds = overlapSeconds(draft);
		if (seconds === null) return rotate.refuse(noNumber);
		const seen = { keyId: apiKey.id, version: apiKey.version };
		rotate.run({ ...seen, overlapSeconds: seconds }, (done) => onRotated(done.data));
	}

	return (
		<form onSubmit={submit} noValidate className="flex min-h-0 flex-1 flex-col">
			<DialogHeader
				title="Rotate API key"
				text={
					<>
						<bdi>{apiKey.title}</bdi> · <code className="font-mono text-xs">{apiKey.masked}</code>
					</>
				}
			/>
			<DialogBody className="space-y-5">
				<p className="text-sm text-ink-muted">
					The key gets a new secret, which you see once; its id, its rights and its history stay. The current
					secret goes on for as long as you choose, so that its users can change over one by one.{" "}
					<span className="font-medium text-ink">If there is an older one still, that ends now.</span>
				</p>
				<div className="space-y-1.5" ref={firstChoice} tabIndex={-1}>
					<p id={labelId} className="text-sm font-medium">
						How long the current secret goes on
					</p>
					<RadioCards
						value={draft.choice}
						onChange={(choice) => setDraft((last) => ({ ...last, choice }))}
						cards={OVERLAP_CARDS}
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
						Whoever still sends <code className="font-mono text-xs">{apiKey.masked}</code> is refused from
						that moment, until they have the new secret.
					</Notice>
				)}
				{rotate.refusal && !error && (
					<Notice look="bad" alert>
						{rotate.refusal.message}
					</Notice>
				)}
			</DialogBody>
			<DialogFooter>
				<Button onClick={onCancel}>Cancel</Button>
				<Button type="submit" look={draft.choice === "now" ? "danger" : "primary"} pending={rotate.pending}>
					{rotate.pending ? "Rotating…" : "Rotate key"}
				</Button>
			</DialogFooter>
		</form>
	);
}

const noNumber: Refusal = {
	status: "refused",
	code: "invalid_input",
	message: "Say with a number for how long.",
	fields: [{ field: "overlapSeconds", message: "Say with a number for how long." }],
};
