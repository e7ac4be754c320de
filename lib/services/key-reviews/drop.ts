import { lockAuditHead } from "#lib/data/audit.ts";
import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { recordAudit } from "../audit/record.ts";
import { actingPerson } from "../permit-people.ts";
import { requirePlace } from "../require-place.ts";
import { permitReviews } from "./authorize.ts";
import { requireOpenReview } from "./require-open.ts";

type Drop = { locationId: string | null; reviewId: string };

/** Ends the review that is under way without a record, so that another one can begin. The audit log tells of it. */
export async function dropReview(ctx: Context, { locationId, reviewId }: Drop) {
	permitReviews(ctx, locationId, "read");
	return inTransaction(ctx, async (tx) => {
		await requirePlace(tx, ctx, locationId);
		await requireOpenReview(tx, ctx.agencyId, { locationId, reviewId });
		permitReviews(ctx, locationId, "write");
		actingPerson(ctx);
		await lockAuditHead(tx, ctx.agencyId);
		await requireOpenReview(tx, ctx.agencyId, { locationId, reviewId });
		await recordAudit(tx, ctx, {
			action: "key_review.drop",
			subject: { kind: "key_review", id: reviewId },
			locationId,
		});
		return { id: reviewId };
	});
}
