"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl/react";
import { TextDialog } from "#components/actions/text-dialog.tsx";
import { useAction } from "#components/actions/use-action.ts";
import { useToasts } from "#components/ui/toast.tsx";
import { finishReviewAction } from "../actions.ts";
import { reviewsHref } from "./health-href.ts";
import type { ReviewSite } from "./review-buttons.tsx";

type FinishDialogProps = ReviewSite & { reviewId: string; open: boolean; onClose: () => void };

/** Ends a review with a note for its record. */
export function FinishDialog({ place, locationId, reviewId, ...state }: FinishDialogProps) {
	const t = useTranslations("health.review");
	const { tellDone } = useToasts();
	const router = useRouter();
	const finish = useAction((input) => finishReviewAction(place, input));

	const submit = (note: string) =>
		finish.run({ locationId, reviewId, note }, () => {
			tellDone(t("finished"));
			router.push(reviewsHref(place, reviewId));
		});

	return (
		<TextDialog
			{...state}
			title={t("finishTitle")}
			box={{ name: "note", label: t("note"), hint: t("noteHint"), maxLength: 2_000, isLong: true }}
			button={{ text: t("record"), look: "primary" }}
			pending={finish.pending}
			refusal={finish.refusal}
			onSubmit={submit}
		>
			<p>{t("finishText")}</p>
		</TextDialog>
	);
}
