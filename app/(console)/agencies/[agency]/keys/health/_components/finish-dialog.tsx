"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl/react";
import { useAction } from "#components/actions/use-action.ts";
import {
	AlertDialog,
	AlertDialogBody,
	AlertDialogFooter,
	AlertDialogText,
} from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field, Textarea } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import { finishReviewAction } from "../actions.ts";
import { reviewsHref } from "./health-href.ts";
import type { ReviewSite } from "./review-buttons.tsx";

type FinishDialogProps = ReviewSite & { reviewId: string; open: boolean; onClose: () => void };

/** Ends a review with a note for its record. */
export function FinishDialog({ place, locationId, reviewId, open, onClose }: FinishDialogProps) {
	const t = useTranslations("health.review");
	const { tellDone } = useToasts();
	const router = useRouter();
	const [note, setNote] = useState("");
	const finish = useAction((input) => finishReviewAction(place, input));
	const noteError = finish.refusal?.fields.find(({ field }) => field === "note")?.message;

	function submit(event: FormEvent) {
		event.preventDefault();
		finish.run({ locationId, reviewId, note }, () => {
			tellDone(t("finished"));
			router.push(reviewsHref(place, reviewId));
		});
	}

	return (
		<AlertDialog open={open} onClose={onClose} title={t("finishTitle")}>
			<form onSubmit={submit} noValidate>
				<AlertDialogBody>
					<AlertDialogText>
						<p>{t("finishText")}</p>
					</AlertDialogText>
					{finish.refusal && !noteError && (
						<Notice look="bad" alert>
							{finish.refusal.message}
						</Notice>
					)}
					<Field label={t("note")} hint={t("noteHint")} error={noteError}>
						<Textarea
							value={note}
							onChange={(event) => setNote(event.target.value)}
							maxLength={2_000}
							autoComplete="off"
						/>
					</Field>
				</AlertDialogBody>
				<AlertDialogFooter>
					<Button onClick={onClose}>{t("cancel")}</Button>
					<Button type="submit" look="primary" pending={finish.pending}>
						{t("record")}
					</Button>
				</AlertDialogFooter>
			</form>
		</AlertDialog>
	);
}
