import { CHANGES_MAX } from "#lib/core/keys/review.ts";
import type { Context } from "#lib/data/context.ts";
import {
	countChangesSince,
	countReviews,
	findOpenReview,
	listReviews,
	type StoredReview,
} from "#lib/data/key-reviews.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { permitReviews } from "./authorize.ts";

/** A finished review as lists show it. Instants are ISO 8601. */
export type ReviewSummary = {
	id: string;
	finishedAt: string;
	finishedByName: string;
	keysLookedAt: number;
	keysChanged: number;
};

export type ReviewState = {
	/** The review that is under way. Too many changes for one record can only be dropped. */
	open: { id: string; begunAt: string; begunByName: string; keysChanged: number; isTooLong: boolean } | null;
	last: ReviewSummary | null;
};

type Page = { locationId: string | null; page: number; pageSize: number };

/** One page of the reviews of a place, the newest first, and how many there are. */
export async function listKeyReviews(ctx: Context, { locationId, page, pageSize }: Page) {
	permitReviews(ctx, locationId, "read");
	return inTransaction(ctx, async (tx) => {
		const total = await countReviews(tx, ctx.agencyId, locationId);
		const asked = { locationId, skip: (page - 1) * pageSize, max: pageSize };
		return { rows: (await listReviews(tx, ctx.agencyId, asked)).map(summarize), total };
	});
}

/** When keys were reviewed here last, and whether a review is under way. */
export async function readReviewState(
	ctx: Context,
	{ locationId }: { locationId: string | null },
): Promise<ReviewState> {
	permitReviews(ctx, locationId, "read");
	return inTransaction(ctx, async (tx) => {
		const open = await findOpenReview(tx, ctx.agencyId, locationId);
		const [last] = await listReviews(tx, ctx.agencyId, { locationId, skip: 0, max: 1 });
		const counted = { seq: open?.seq ?? 0n, max: CHANGES_MAX + 1 };
		const since = open && (await countChangesSince(tx, ctx.agencyId, locationId, counted));
		return {
			open: open && {
				id: open.id,
				begunAt: open.begunAt.toISOString(),
				begunByName: open.begunByName,
				keysChanged: since?.keys ?? 0,
				isTooLong: (since?.changes ?? 0) > CHANGES_MAX,
			},
			last: last ? summarize(last) : null,
		};
	});
}

const summarize = ({
	id,
	finishedAt,
	finishedByName,
	keysLookedAt,
	keysChanged,
}: StoredReview): ReviewSummary => ({
	id,
	finishedAt: finishedAt.toISOString(),
	finishedByName,
	keysLookedAt,
	keysChanged,
});
