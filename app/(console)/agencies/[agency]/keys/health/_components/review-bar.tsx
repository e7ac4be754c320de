import { ClipboardCheck } from "lucide-react";
import Link from "next/link";
import { textsOf } from "#components/texts/texts-of.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { Context } from "#lib/auth/require-context.ts";
import { CHANGES_MAX, isReviewDue } from "#lib/core/keys/review.ts";
import { type ReviewState, readReviewState } from "#lib/services/key-reviews/list.ts";
import { reviewsHref } from "./health-href.ts";
import type { HealthSite } from "./health-screen.tsx";
import { DropReview, ReviewButton } from "./review-buttons.tsx";

export const REVIEW_BAR_STYLE =
	"mb-4 flex flex-wrap items-center gap-x-4 gap-y-2 border-line bg-surface px-4 py-3 text-sm max-sm:border-y sm:rounded-xl sm:border sm:px-5 sm:shadow-card";

/** When these keys were reviewed last, and the beginning or the end of a review. */
export async function ReviewBar({ ctx, site }: { ctx: Context; site: HealthSite }) {
	const t = await textsOf("health");
	const state = await readReviewState(ctx, site);
	const { place, locationId, mayFix } = site;
	return (
		<section aria-label={t("review.label")} className={REVIEW_BAR_STYLE}>
			<ClipboardCheck aria-hidden className="size-4 shrink-0 text-ink-muted" />
			<p className="min-w-0 flex-1 basis-60 wrap-anywhere">
				<StateText state={state} />{" "}
				{state.open?.isTooLong && (
					<strong className="font-medium text-warn">{t("review.tooLong", { max: CHANGES_MAX })}</strong>
				)}
				{!state.open && isReviewDue(state.last?.finishedAt ?? null, ctx.now) && state.last && (
					<strong className="font-medium text-warn">{t("review.due")}</strong>
				)}
			</p>
			<Link
				href={reviewsHref(place)}
				className="inline-flex min-h-8 items-center text-accent-ink underline-offset-2 hover:underline"
			>
				{t("review.past")}
			</Link>
			{mayFix && (
				<div className="flex flex-wrap gap-2">
					{state.open && <DropReview place={place} locationId={locationId} reviewId={state.open.id} />}
					{!state.open?.isTooLong && (
						<ReviewButton place={place} locationId={locationId} reviewId={state.open?.id ?? null} />
					)}
				</div>
			)}
		</section>
	);
}

async function StateText({ state: { open, last } }: { state: ReviewState }) {
	const t = await textsOf("health");
	if (open) {
		return t.rich("review.open", {
			at: () => <RelativeTime value={open.begunAt} />,
			name: () => <bdi>{open.begunByName}</bdi>,
			count: open.keysChanged,
		});
	}
	if (!last) return t("review.never");
	return t.rich("review.last", {
		at: () => <RelativeTime value={last.finishedAt} />,
		name: () => <bdi>{last.finishedByName}</bdi>,
		count: last.keysChanged,
	});
}
