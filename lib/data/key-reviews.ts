import type { FindingCounts } from "#lib/core/keys/health.ts";
import type { ReviewItem, ReviewRecord } from "#lib/core/keys/review.ts";
import { Prisma } from "#prisma/generated/client.ts";
import type { Tx } from "./client.ts";

/** A review that was begun and is not finished. */
export type OpenReview = {
	id: string;
	/** The number of the audit event that tells of its beginning. */
	seq: bigint;
	begunAt: Date;
	begunByName: string;
	counts: Partial<FindingCounts>;
};

/** The review that is under way at a place: what was begun last, if nobody finished or dropped it. */
export async function findOpenReview(
	tx: Tx,
	agencyId: string,
	locationId: string | null,
): Promise<OpenReview | null> {
	const [last] = await tx.$queryRaw<(OpenReview & { isOver: boolean })[]>`
		select e.subject_id as id, e.seq, e.at as "begunAt", e.actor_name as "begunByName",
			coalesce(e.after->'counts', '{}') as counts,
			exists (select from audit_events o where o.agency_id = e.agency_id and o.subject_id = e.subject_id
				and o.action in ('key_review.finish', 'key_review.drop')) as "isOver"
		from audit_events e
		where e.agency_id = ${agencyId}::uuid and e.action = 'key_review.begin'
			and e.location_id is not distinct from ${locationId}::uuid
		order by e.seq desc limit 1`;
	if (!last || last.isOver) return null;
	const { isOver, ...open } = last;
	return open;
}

/** Whether a review was ever begun at a place, however it ended. */
export async function wasReviewBegun(tx: Tx, agencyId: string, locationId: string | null, reviewId: string) {
	const begun = await tx.auditEvent.findFirst({
		where: { agencyId, locationId, subjectId: reviewId, action: "key_review.begin" },
		select: { seq: true },
	});
	return begun !== null;
}

/** Changes of keys after an event: new keys, and those that go for good, are none. */
const changesSince = (agencyId: string, locationId: string | null, seq: bigint) => Prisma.sql`
	audit_events e where e.agency_id = ${agencyId}::uuid and e.seq > ${seq} and e.subject_kind = 'key'
		and e.action like 'key.%' and e.action not in ('key.create', 'key.purge')
		and (${locationId}::uuid is null or e.location_id = ${locationId}::uuid)`;

/** What a record says of a change, in the order of {@link ITEM_COLUMNS}. */
const itemOf = Prisma.sql`e.seq, e.at, e.subject_id::uuid as "keyId",
	coalesce(e.after->>'title', e.before->>'title', '') as title, e.action,
	array(select a.key from jsonb_each(coalesce(e.after, '{}')) a
		where a.value is distinct from e.before->a.key order by a.key collate "C") as fields,
	e.actor_name as "actorName"`;

const ITEM_COLUMNS = Prisma.sql`seq, at, key_id, title, action, fields, actor_name`;

export const listChangesSince = (
	tx: Tx,
	agencyId: string,
	locationId: string | null,
	{ seq, max }: { seq: bigint; max: number },
) =>
	tx.$queryRaw<ReviewItem[]>`
		select ${itemOf} from ${changesSince(agencyId, locationId, seq)} order by e.seq limit ${max}`;

/** How many changes were made, at most `max`, and how many keys these are about. */
export async function countChangesSince(
	tx: Tx,
	agencyId: string,
	locationId: string | null,
	{ seq, max }: { seq: bigint; max: number },
) {
	const [row] = await tx.$queryRaw<{ changes: number; keys: number }[]>`
		select count(*)::int as changes, count(distinct subject_id)::int as keys from (
			select e.subject_id from ${changesSince(agencyId, locationId, seq)} order by e.seq limit ${max}) c`;
	return row ?? { changes: 0, keys: 0 };
}

/** Writes a record with all changes after an event. Whoever calls holds the head of the log. */
export async function insertReview(
	tx: Tx,
	agencyId: string,
	record: ReviewRecord,
	seq: bigint,
	digest: Uint8Array<ArrayBuffer>,
) {
	await tx.keyReview.create({ data: { ...record, agencyId, digest }, select: { id: true } });
	await tx.$executeRaw`
		insert into key_review_items (agency_id, review_id, ${ITEM_COLUMNS})
		select ${agencyId}::uuid, ${record.id}::uuid, ${itemOf}
		from ${changesSince(agencyId, record.locationId, seq)} order by e.seq`;
}

const columns = {
	id: true,
	locationId: true,
	begunAt: true,
	begunByName: true,
	finishedAt: true,
	finishedById: true,
	finishedByName: true,
	note: true,
	keysLookedAt: true,
	keysChanged: true,
	countsBefore: true,
	countsAfter: true,
	digest: true,
} as const;

export type StoredReview = ReviewRecord & { digest: Uint8Array };

/** Counts are stored as they were written by {@link insertReview}. */
const asRecord = <Row extends { countsBefore: unknown; countsAfter: unknown }>(row: Row) =>
	row as Row & Pick<ReviewRecord, "countsBefore" | "countsAfter">;

/** The reviews of a place, the newest first. */
export async function listReviews(
	tx: Tx,
	agencyId: string,
	{ locationId, skip, max }: { locationId: string | null; skip: number; max: number },
): Promise<StoredReview[]> {
	const rows = await tx.keyReview.findMany({
		where: { agencyId, locationId },
		orderBy: [{ finishedAt: "desc" }, { id: "desc" }],
		skip,
		take: max,
		select: columns,
	});
	return rows.map(asRecord);
}

export const countReviews = (tx: Tx, agencyId: string, locationId: string | null) =>
	tx.keyReview.count({ where: { agencyId, locationId } });

export async function findReview(tx: Tx, agencyId: string, reviewId: string): Promise<StoredReview | null> {
	const row = await tx.keyReview.findUnique({
		where: { agencyId_id: { agencyId, id: reviewId } },
		select: columns,
	});
	return row && asRecord(row);
}

export const listReviewItems = (tx: Tx, agencyId: string, reviewId: string): Promise<ReviewItem[]> =>
	tx.keyReviewItem.findMany({
		where: { agencyId, reviewId },
		orderBy: { seq: "asc" },
		select: { seq: true, at: true, keyId: true, title: true, action: true, fields: true, actorName: true },
	});

/** The audit event that tells of the end of a review: its number, and the digest that it keeps. */
export async function findReviewEvent(tx: Tx, agencyId: string, reviewId: string) {
	const [event] = await tx.$queryRaw<{ seq: bigint; digest: string | null }[]>`
		select e.seq, e.after->>'digest' as digest from audit_events e
		where e.agency_id = ${agencyId}::uuid and e.subject_id = ${reviewId} and e.action = 'key_review.finish'
		order by e.seq limit 1`;
	return event ?? null;
}
