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

export type AuditRow = {
	agencyId: string;
	seq: bigint;
	id: string;
	at: Date;
	actorKind: string;
	actorId: string | null;
	actorName: string;
	action: string;
	subjectKind: string;
	subjectId: string;
	locationId: string | null;
	address: string;
	before: object | null;
	after: object | null;
};

export async function appendAuditRow(tx: Tx, row: AuditRow, hash: Uint8Array<ArrayBuffer>) {
	const { before, after, ...columns } = row;
	await tx.auditEvent.create({
		data: { ...columns, ...(before && { before }), ...(after && { after }), hash },
		select: { seq: true },
	});
	await tx.auditHead.update({ where: { agencyId: row.agencyId }, data: { seq: row.seq, hash } });
}
