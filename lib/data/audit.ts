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
