import { AppError } from "#lib/core/errors.ts";
import { newId } from "#lib/core/ids.ts";
import { lockAuditHead } from "#lib/data/audit.ts";
import type { Context } from "#lib/data/context.ts";
import { countFindings } from "#lib/data/key-health.ts";
import { findOpenReview } from "#lib/data/key-reviews.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { recordAudit } from "../audit/record.ts";
import { actingPerson } from "../permit-people.ts";
import { requirePlace } from "../require-place.ts";
import { permitReviews } from "./authorize.ts";

/** Begins a review of the agency's keys, or of one location's: changes of keys count as its own from now on. */
export async function beginReview(ctx: Context, { locationId }: { locationId: string | null }) {
	permitReviews(ctx, locationId, "write");
	actingPerson(ctx);
	return inTransaction(ctx, async (tx) => {
		await requirePlace(tx, ctx, locationId);
		const scene = { agencyId: ctx.agencyId, locationId, now: ctx.now };
		const counts = await countFindings(tx, scene, null);
		await lockAuditHead(tx, ctx.agencyId);
		if (await findOpenReview(tx, ctx.agencyId, locationId)) {
			throw new AppError(
				"conflict",
				"A review is under way here already. Reload to see it, then finish or drop it.",
			);
		}
		const id = newId();
		await recordAudit(tx, ctx, {
			action: "key_review.begin",
			subject: { kind: "key_review", id },
			locationId,
			after: { counts },
		});
		return { id };
	});
}
