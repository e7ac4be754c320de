"use client";

import { type FormEvent, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { useAction } from "#components/actions/use-action.ts";
import { MARKS } from "#components/texts/marks.tsx";
import {
	AlertDialog,
	AlertDialogBody,
	AlertDialogFooter,
	AlertDialogText,
} from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import { ExactTime } from "#components/ui/relative-time.tsx";
import type { OlderSecret } from "#lib/services/keys/describe.ts";
import { extendKeyOverlapAction } from "../actions.ts";
import type { OverlapDialogProps } from "./end-key-overlap-dialog.tsx";
import { keysHeading } from "./focus-targets.ts";
import { useActions } from "./key-actions.tsx";
import { useChangeToast } from "./use-change-toast.ts";

const HOUR_MS = 3_600_000;
const STEPS = [
	["hour", HOUR_MS],
	["day", 24 * HOUR_MS],
	["week", 168 * HOUR_MS],
] as const;

export function ExtendOverlapDialog({ apiKey, older, open, onClose }: OverlapDialogProps) {
	const t = useTranslations("keyParts.overlap");
	const tUi = useTranslations("ui");
	const tellChange = useChangeToast();
	const { place } = useActions();
	const ends = endsOf(older);
	const [chosen, setChosen] = useState<string | null>(null);
	const endsAt = ends.some((end) => end.endsAt === chosen) ? chosen : (ends[0]?.endsAt ?? older.lastEnd);
	const extend = useAction((input) => extendKeyOverlapAction(place, input));
	const labelId = useId();
	const isDone = useRef(false);

	function submit(event: FormEvent) {
		event.preventDefault();
		extend.run({ keyId: apiKey.id, version: apiKey.version, endsAt }, (done) => {
			isDone.current = true;
			tellChange("alters", done);
			onClose();
		});
	}

	return (
		<AlertDialog
			open={open}
			onClose={onClose}
			title={t.rich("extend.title", { ...MARKS, name: apiKey.title })}
			finalFocus={() => (isDone.current ? keysHeading() : true)}
		>
			<form onSubmit={submit}>
				<AlertDialogBody>
					<AlertDialogText>
						<p>{t("extend.text")}</p>
					</AlertDialogText>
					<div className="space-y-1.5">
						<p id={labelId} className="text-sm font-medium">
							{t("extend.choose")}
						</p>
						<RadioCards
							value={endsAt ?? ""}
							onChange={setChosen}
							cards={ends.map((end) => ({
								value: end.endsAt,
								title: t(`extend.steps.${end.step}`),
								text: t.rich("extend.until", { time: () => <ExactTime value={end.endsAt} /> }),
							}))}
							labelledBy={labelId}
							className="sm:grid-cols-1"
						/>
					</div>
					{extend.refusal && (
						<Notice look="bad" alert>
							{extend.refusal.message}
						</Notice>
					)}
				</AlertDialogBody>
				<AlertDialogFooter>
					<Button onClick={onClose}>{tUi("cancel")}</Button>
					<Button type="submit" look="primary" pending={extend.pending}>
						{t(extend.pending ? "extend.pending" : "extend.confirm")}
					</Button>
				</AlertDialogFooter>
			</form>
		</AlertDialog>
	);
}

/** The ends to choose from; none lies beyond the last one that is allowed. */
function endsOf({ endsAt, lastEnd }: OlderSecret) {
	const steps = STEPS.map(([step, ms]) => ({
		step,
		endsAt: new Date(new Date(endsAt).getTime() + ms).toISOString(),
	}));
	const last = { step: "last", endsAt: lastEnd } as const;
	return [...steps.filter((step) => step.endsAt < lastEnd), last];
}
