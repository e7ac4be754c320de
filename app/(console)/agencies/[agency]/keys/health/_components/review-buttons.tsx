"use client";

import dynamic from "next/dynamic";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { useAction } from "#components/actions/use-action.ts";
import { Button } from "#components/ui/button.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import { useOnceTrue } from "#components/ui/use-once-true.ts";
import type { KeyPlace } from "../../actions.ts";
import { beginReviewAction, dropReviewAction } from "../actions.ts";
import { REVIEW_BUTTON_ID, reviewButtonOrHeading } from "./focus-targets.ts";

const ConfirmDialog = dynamic(
	() => import("#components/actions/confirm-dialog.tsx").then((module) => module.ConfirmDialog),
	{ ssr: false },
);
const FinishDialog = dynamic(() => import("./finish-dialog.tsx").then((module) => module.FinishDialog), {
	ssr: false,
});

export type ReviewSite = { place: KeyPlace; locationId: string | null };

type ReviewButtonProps = ReviewSite & {
	/** The review that is under way. */
	reviewId: string | null;
};

/** Begins a review, or ends the one that is under way: one button, which keeps the focus when it turns into the other. */
export function ReviewButton({ reviewId, ...site }: ReviewButtonProps) {
	const t = useTranslations("health.review");
	const { tellDone, tellFailure } = useToasts();
	const [isOpen, setOpen] = useState(false);
	const isWanted = useOnceTrue(isOpen);
	const begin = useAction((input) => beginReviewAction(site.place, input));

	const press = () =>
		reviewId !== null
			? setOpen(true)
			: begin.run(
					{ locationId: site.locationId },
					() => tellDone(t("begun"), { text: t("begunText") }),
					(refusal) => tellFailure(refusal.message),
				);

	return (
		<>
			<Button id={REVIEW_BUTTON_ID} look="primary" pending={begin.pending} onClick={press}>
				{t(reviewId === null ? "begin" : "finish")}
			</Button>
			{reviewId !== null && isWanted && (
				<FinishDialog {...site} reviewId={reviewId} open={isOpen} onClose={() => setOpen(false)} />
			)}
		</>
	);
}

export function DropReview({ place, locationId, reviewId }: ReviewSite & { reviewId: string }) {
	const t = useTranslations("health.review");
	const { tellDone } = useToasts();
	const [isOpen, setOpen] = useState(false);
	const isGone = useRef(false);
	const drop = useAction((input) => dropReviewAction(place, input));
	const isWanted = useOnceTrue(isOpen);

	const submit = () =>
		drop.run({ locationId, reviewId }, () => {
			isGone.current = true;
			setOpen(false);
			tellDone(t("dropped"));
		});

	return (
		<>
			<Button onClick={() => setOpen(true)}>{t("drop")}</Button>
			{isWanted && (
				<ConfirmDialog
					open={isOpen}
					onClose={() => setOpen(false)}
					title={t("dropTitle")}
					button={{ text: t("drop"), look: "danger" }}
					pending={drop.pending}
					refusal={drop.refusal}
					onConfirm={submit}
					// The button that asked goes with the review.
					finalFocus={() => (isGone.current ? reviewButtonOrHeading() : true)}
				>
					<p>{t("dropText")}</p>
				</ConfirmDialog>
			)}
		</>
	);
}
