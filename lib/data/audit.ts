import type { AuditRow } from "#lib/core/audit-chain.ts";
import type { Tx } from "./client.ts";

/** The last link of an agency's audit chain, locked until the transaction ends. Null before the first event. */
export async function lockAuditHead(tx: Tx, agencyId: string) {
	// The row must exist to be locked: two first events at once would otherwise both be number one.
	await tx.$executeRaw`insert into audit_heads (agency_id, seq, hash) values (${agencyId}::uuid, 0, '')
		on conflict (agency_id) do nothing`;
	const [head] = await tx.$queryRaw<{ seq: bigint; hash: Uint8Array }[]>`
		select seq, hash from audit_heads where agency_id = ${agencyId}::uuid for update`;
	if (!head) throw new Error("audit head missing");
	return head;
}

export async function appendAuditRow(tx: Tx, row: AuditRow, hash: Uint8Array<ArrayBuffer>) {
	const { before, after, ...columns } = row;
	await tx.auditEvent.create({
		data: { ...columns, ...(before && { before }), ...(after && { after }), hash },
		select: { seq: true },
	});
	await tx.$executeRaw`update audit_heads set seq = ${row.seq}, hash = ${hash}, at = clock_timestamp()
		where agency_id = ${row.agencyId}::uuid`;
}

/** Most events that one act of a person leaves in one agency. */
const LOCATIONS_MAX = 20;

/**
 * Where a person's own acts are told of: the agencies that they have a role in, and where they have one at locations
 * alone, those. In one order for everybody, so that two who lock the heads of several agencies never wait for each other.
 * Needs `personId` as viewpoint.
 */
export const listAuditPlaces = (tx: Tx, personId: string) =>
	tx.$queryRaw<{ agencyId: string; locationId: string | null }[]>`
		select agency_id as "agencyId", location_id as "locationId" from (
			select agency_id, null::uuid as location_id, 1 as place from agency_members where user_id = ${personId}::uuid
			union all
			select l.agency_id, l.location_id, row_number() over (partition by l.agency_id order by l.location_id)
			from location_members l where l.user_id = ${personId}::uuid
				and not exists (select from agency_members a where a.agency_id = l.agency_id and a.user_id = l.user_id)
		) places where place <= ${LOCATIONS_MAX} order by agency_id, location_id`;

type StoredAuditRow = AuditRow & { hash: Uint8Array };

/** The next rows of an agency's chain, in its order, as their hashes were made over them. */
export const readChain = (tx: Tx, agencyId: string, afterSeq: bigint | null, max: number) =>
	tx.$queryRaw<StoredAuditRow[]>`
		select agency_id as "agencyId", seq, id, at, actor_kind as "actorKind", actor_id as "actorId",
			actor_name as "actorName", action, subject_kind as "subjectKind", subject_id as "subjectId",
			location_id as "locationId", address, before, after, hash_key_id as "hashKeyId", hash
		from audit_events where agency_id = ${agencyId}::uuid
			and seq > coalesce(${afterSeq}::bigint, '-9223372036854775808'::bigint) order by seq limit ${max}`;

/** What the head says, and the last row that there is: both at one moment. */
export async function readAuditEnd(tx: Tx, agencyId: string) {
	const [end] = await tx.$queryRaw<{ last: bigint | null; seq: bigint | null; hash: Uint8Array | null }[]>`
		select (select max(seq) from audit_events where agency_id = ${agencyId}::uuid) as last, h.seq, h.hash
		from (select 1) one left join audit_heads h on h.agency_id = ${agencyId}::uuid`;
	return end ?? { last: null, seq: null, hash: null };
}

/** Audit keys of earlier master secrets, sealed. */
export const listRetiredAuditKeys = (tx: Tx) =>
	tx.retiredAuditKey.findMany({ select: { id: true, sealed: true } });

/** Any constant of its own: those who write anchors take turns, whichever process they are in. */
const ANCHOR_LOCK = 7_215_530_272n;

export const takeTurnAtAnchors = (tx: Tx) => tx.$executeRaw`select pg_advisory_xact_lock(${ANCHOR_LOCK})`;

/** The ends of all chains that have grown since a moment, and the database's clock. */
export async function readAuditHeads(tx: Tx, since: Date) {
	const heads = await tx.$queryRaw<{ agencyId: string; seq: bigint; hash: Uint8Array; at: Date }[]>`
		select agency_id as "agencyId", seq, hash, at from latchkey_audit_heads(${since})`;
	const [clock] = await tx.$queryRaw<{ now: Date }[]>`select clock_timestamp() as now`;
	return { heads, now: clock?.now ?? since };
}
