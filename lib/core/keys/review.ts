import { createHash } from "node:crypto";
import { canonicalJson } from "../canonical-json.ts";
import { multiLine } from "../text.ts";
import type { FindingCounts } from "./health.ts";

const NOTE_MAX = 2_000;

/** Most changes of keys that one record holds: more take longer to write down than the audit log may wait. */
export const CHANGES_MAX = 10_000;

/** What whoever reviews keys writes beside what the record says by itself. */
export const ReviewNote = multiLine(NOTE_MAX, "The note");

/** A change of a key during a review, as the audit log tells of it. */
export type ReviewItem = {
	/** The number of the audit event. */
	seq: bigint;
	at: Date;
	keyId: string;
	title: string;
	action: string;
	/** What of the key was changed, by name. */
	fields: string[];
	actorName: string;
};

/** What a finished review says for ever. */
export type ReviewRecord = {
	id: string;
	locationId: string | null;
	begunAt: Date;
	begunByName: string;
	finishedAt: Date;
	finishedById: string;
	finishedByName: string;
	note: string;
	keysLookedAt: number;
	keysChanged: number;
	/** Findings of later releases are missing. */
	countsBefore: Partial<FindingCounts>;
	countsAfter: Partial<FindingCounts>;
};

/** The whole record as one text, always the same for the same record: what the digest is made over. */
export function reviewText(record: ReviewRecord, items: readonly ReviewItem[]): string {
	const changes = items.map(({ seq, at, ...item }) => ({ ...item, seq: String(seq), at: at.toISOString() }));
	const { begunAt, finishedAt, ...rest } = record;
	return canonicalJson({
		...rest,
		begunAt: begunAt.toISOString(),
		finishedAt: finishedAt.toISOString(),
		changes,
	});
}

/** SHA-256 over the whole record: the audit log keeps it, so that an edit of the record shows. */
export const reviewDigest = (record: ReviewRecord, items: readonly ReviewItem[]): Uint8Array<ArrayBuffer> =>
	new Uint8Array(createHash("sha256").update(reviewText(record, items)).digest());

/** How many keys these changes are about. */
export const countKeysChanged = (items: readonly ReviewItem[]) =>
	new Set(items.map(({ keyId }) => keyId)).size;

/** Whether a record and its changes are those whose digest the audit log keeps. */
export const isSound = (
	{ digest: _stored, ...record }: ReviewRecord & { digest: Uint8Array },
	items: readonly ReviewItem[],
	kept: string | null,
) => kept === Buffer.from(reviewDigest(record, items)).toString("hex");

const DUE_DAYS = 90;

/** Whether keys should be reviewed again. */
export const isReviewDue = (lastAt: string | null, now: Date) =>
	lastAt === null || now.getTime() - Date.parse(lastAt) > DUE_DAYS * 86_400_000;
