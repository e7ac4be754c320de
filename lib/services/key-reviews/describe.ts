import { notFound } from "#lib/core/errors.ts";
import type { FindingCounts } from "#lib/core/keys/health.ts";
import { isSound, type ReviewItem } from "#lib/core/keys/review.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { findReview, findReviewEvent, listReviewItems, type StoredReview } from "#lib/data/key-reviews.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { mayReadChanges, permitReviews } from "./authorize.ts";

/** All that the record of a review says. Instants are ISO 8601. */
export type ReviewDetail = {
	id: string;
	begunAt: string;
	begunByName: string;
	finishedAt: string;
	finishedById: string;
	finishedByName: string;
	note: string;
	/** How many working keys the place had at the end: those that the findings were looked for among. */
	keysLookedAt: number;
	keysChanged: number;
	countsBefore: Partial<FindingCounts>;
	countsAfter: Partial<FindingCounts>;
	changes: {
		seq: string;
		at: string;
		keyId: string;
		title: string;
		action: string;
		fields: string[];
		actorName: string;
	}[];
	digest: string;
	/** The number of the audit event that keeps the digest. */
	auditSeq: string | null;
	/** Whether the record still is what the audit log says of it. */
	isSound: boolean;
};

/** What a record tells those who may not read the audit log: the sums, without who changed which key. */
export type ReviewSums = Omit<ReviewDetail, "changes" | "auditSeq"> & { changes: null; auditSeq: null };

export type AskedReview = { locationId: string | null; reviewId: string };

type Loaded = {
	stored: StoredReview;
	items: ReviewItem[];
	event: { seq: bigint; digest: string | null } | null;
};

/** One review of a place, checked against the audit log. */
export async function describeReview(ctx: Context, asked: AskedReview): Promise<ReviewDetail | ReviewSums> {
	permitReviews(ctx, asked.locationId, "read");
	const review = presentReview(await inTransaction(ctx, (tx) => loadReview(tx, ctx, asked)));
	return mayReadChanges(ctx, asked.locationId) ? review : { ...review, changes: null, auditSeq: null };
}

export async function loadReview(tx: Tx, { agencyId }: Context, asked: AskedReview): Promise<Loaded> {
	const stored = await findReview(tx, agencyId, asked.reviewId);
	if (stored?.locationId !== asked.locationId) throw notFound();
	return {
		stored,
		items: await listReviewItems(tx, agencyId, asked.reviewId),
		event: await findReviewEvent(tx, agencyId, asked.reviewId),
	};
}

export function presentReview({ stored, items, event }: Loaded): ReviewDetail {
	const { digest, locationId: _place, begunAt, finishedAt, ...rest } = stored;
	return {
		...rest,
		begunAt: begunAt.toISOString(),
		finishedAt: finishedAt.toISOString(),
		changes: items.map((item) => ({ ...item, seq: String(item.seq), at: item.at.toISOString() })),
		digest: Buffer.from(digest).toString("hex"),
		auditSeq: event && String(event.seq),
		isSound: isSound(stored, items, event?.digest ?? null),
	};
}
