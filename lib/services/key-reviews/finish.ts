import { AppError } from "#lib/core/errors.ts";
import { CHANGES_MAX, countKeysChanged, type ReviewRecord, reviewDigest } from "#lib/core/keys/review.ts";
import { lockAuditHead } from "#lib/data/audit.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { countFindings, countLookedAt } from "#lib/data/key-health.ts";
import { insertReview, listChangesSince } from "#lib/data/key-reviews.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { recordAudit } from "../audit/record.ts";
import { actingPerson } from "../permit-people.ts";
import { requirePlace } from "../require-place.ts";
import { permitReviews } from "./authorize.ts";
import { requireOpenReview } from "./require-open.ts";

type Finish = { locationId: string | null; reviewId: string; note: string };

/**
 * Ends the review that is under way and writes down what came of it. Most is read before the audit log's head is held, for
 * all changes of the agency wait for that; what came since is read while it is, so that the record has every change.
 */
export async function finishReview(ctx: Context, { locationId, reviewId, note }: Finish) {
	permitReviews(ctx, locationId, "read");
	return inTransaction(ctx, async (tx) => {
		await requirePlace(tx, ctx, locationId);
		const open = await requireOpenReview(tx, ctx.agencyId, { locationId, reviewId });
		permitReviews(ctx, locationId, "write");
		const person = actingPerson(ctx);
		const scene = { agencyId: ctx.agencyId, locationId, now: ctx.now };
		const items = await readChanges(tx, scene, open.seq);
		const countsAfter = await countFindings(tx, scene, null);
		const keysLookedAt = await countLookedAt(tx, scene);

		await lockAuditHead(tx, ctx.agencyId);
		await requireOpenReview(tx, ctx.agencyId, { locationId, reviewId });
		items.push(...(await readChanges(tx, scene, items.at(-1)?.seq ?? open.seq, CHANGES_MAX - items.length)));
		const record: ReviewRecord = {
			id: reviewId,
			locationId,
			begunAt: open.begunAt,
			begunByName: open.begunByName,
			finishedAt: ctx.now,
			finishedById: person.id,
			finishedByName: person.name,
			note,
			keysLookedAt,
			keysChanged: countKeysChanged(items),
			countsBefore: open.counts,
			countsAfter,
		};
		const digest = reviewDigest(record, items);
		await insertReview(tx, ctx.agencyId, record, open.seq, digest);
		await recordAudit(tx, ctx, {
			action: "key_review.finish",
			subject: { kind: "key_review", id: reviewId },
			locationId,
			after: { keysLookedAt, keysChanged: record.keysChanged, digest: Buffer.from(digest).toString("hex") },
		});
		return { id: reviewId, keysChanged: record.keysChanged };
	});
}

type Place = { agencyId: string; locationId: string | null };

async function readChanges(tx: Tx, { agencyId, locationId }: Place, seq: bigint, max = CHANGES_MAX) {
	const items = await listChangesSince(tx, agencyId, locationId, { seq, max: max + 1 });
	if (items.length <= max) return items;
	throw new AppError(
		"conflict",
		`Keys were changed more than ${CHANGES_MAX.toLocaleString("en")} times since this review began, which is too much for one record. Drop it and begin a new one.`,
	);
}
