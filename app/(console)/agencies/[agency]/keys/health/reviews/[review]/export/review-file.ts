import { notFound } from "next/navigation";
import { sayer } from "#components/texts/texts-of.ts";
import { recordingRefusals } from "#lib/actions/recording-refusals.ts";
import type { Context } from "#lib/auth/require-context.ts";
import { Id } from "#lib/core/ids.ts";
import { englishOf } from "#lib/core/texts/english.ts";
import { answerDownload, csvAnswer } from "#lib/http/csv-answer.ts";
import { orNotFound } from "#lib/http/or-not-found.ts";
import type { ReviewDetail } from "#lib/services/key-reviews/describe.ts";
import { exportReview } from "#lib/services/key-reviews/export.ts";
import { actionWords } from "../../../../../audit/_components/audit-words.ts";

const COLUMNS = {
	review: "Review",
	begunAt: "Begun at (UTC)",
	begunBy: "Begun by",
	finishedAt: "Finished at (UTC)",
	finishedBy: "Finished by",
	finishedById: "Finished by (id)",
	note: "Note",
	keysInScope: "Keys in scope",
	keysChanged: "Keys changed",
	countsBefore: "Findings when begun",
	countsAfter: "Findings when finished",
	digest: "Digest (SHA-256)",
	digestEvent: "Audit event with the digest",
	event: "Audit event",
	at: "Changed at (UTC)",
	key: "Key",
	keyId: "Key id",
	what: "What",
	action: "Action",
	fields: "Fields",
	who: "Changed by",
};

/**
 * The record of a review as a file: a table, or with `format=json` the very text whose SHA-256 the audit log keeps, for
 * whoever checks that by themselves.
 */
export const reviewFile = async (request: Request, ctx: Context, locationId: string | null, idText: string) =>
	answerDownload(request, await sayer(), "Open the review and download its record from there.", async () => {
		const id = Id.safeParse(idText);
		if (!id.success) notFound();
		const taken = recordingRefusals(ctx, locationId, () =>
			exportReview(ctx, { locationId, reviewId: id.data }),
		);
		const { review, text } = await orNotFound(taken);
		const name = `key-review-${review.finishedAt.slice(0, 10)}`;
		if (new URL(request.url).searchParams.get("format") !== "json") {
			return csvAnswer(`${name}.csv`, COLUMNS, lines(review));
		}
		return new Response(text, {
			headers: {
				"Content-Type": "application/json",
				"Content-Disposition": `attachment; filename="${name}.json"`,
				"Cache-Control": "no-store",
			},
		});
	});

/** One line for each change; one without a change when there was none. */
async function* lines(review: ReviewDetail) {
	const t = englishOf("audit");
	const record = {
		review: review.id,
		begunAt: review.begunAt,
		begunBy: review.begunByName,
		finishedAt: review.finishedAt,
		finishedBy: review.finishedByName,
		finishedById: review.finishedById,
		note: review.note,
		keysInScope: String(review.keysLookedAt),
		keysChanged: String(review.keysChanged),
		countsBefore: JSON.stringify(review.countsBefore),
		countsAfter: JSON.stringify(review.countsAfter),
		digest: review.digest,
		digestEvent: review.auditSeq ?? "",
	};
	if (review.changes.length === 0) yield { ...record, ...NO_CHANGE };
	for (const change of review.changes) {
		yield {
			...record,
			event: change.seq,
			at: change.at,
			key: change.title,
			keyId: change.keyId,
			what: actionWords(t, change.action),
			action: change.action,
			fields: change.fields.join(" "),
			who: change.actorName,
		};
	}
}

const NO_CHANGE = { event: "", at: "", key: "", keyId: "", what: "", action: "", fields: "", who: "" };
