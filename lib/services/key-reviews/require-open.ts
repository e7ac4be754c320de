import { AppError, notFound } from "#lib/core/errors.ts";
import type { Tx } from "#lib/data/client.ts";
import { findOpenReview, wasReviewBegun } from "#lib/data/key-reviews.ts";

type Asked = { locationId: string | null; reviewId: string };

/** The review of a place that is under way, if it is the one that is asked for. */
export async function requireOpenReview(tx: Tx, agencyId: string, { locationId, reviewId }: Asked) {
	const open = await findOpenReview(tx, agencyId, locationId);
	if (open?.id === reviewId) return open;
	if (!(await wasReviewBegun(tx, agencyId, locationId, reviewId))) throw notFound();
	throw new AppError("conflict", "Somebody has finished or dropped this review already.");
}
