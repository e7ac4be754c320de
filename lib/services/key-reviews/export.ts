import { reviewText } from "#lib/core/keys/review.ts";
import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { recordAudit } from "../audit/record.ts";
import { permitRecord, permitReviews } from "./authorize.ts";
import { type AskedReview, loadReview, presentReview } from "./describe.ts";

/** A whole record for somebody to take with them, and the exact text that its digest is made over. That it is taken is recorded. */
export async function exportReview(ctx: Context, { locationId, reviewId }: AskedReview) {
	permitReviews(ctx, locationId, "read");
	return inTransaction(ctx, async (tx) => {
		const loaded = await loadReview(tx, ctx, { locationId, reviewId });
		permitRecord(ctx, locationId);
		await recordAudit(tx, ctx, {
			action: "key_review.export",
			subject: { kind: "key_review", id: reviewId },
			locationId,
		});
		const { digest: _stored, ...record } = loaded.stored;
		return { review: presentReview(loaded), text: reviewText(record, loaded.items) };
	});
}
