import { createHmac } from "node:crypto";
import { keyRing } from "#lib/config/secrets.ts";
import type { AuditAction, AuditSubjectKind } from "#lib/core/audit.ts";
import { canonicalJson } from "#lib/core/canonical-json.ts";
import { newId } from "#lib/core/ids.ts";
import { type AuditRow, appendAuditRow, lockAuditHead } from "#lib/data/audit.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";

type AuditFacts = {
	action: AuditAction;
	subject: { kind: AuditSubjectKind; id: string };
	locationId?: string | null;
	before?: object | null;
	after?: object | null;
};

/** HMAC over the hash before and the row: an edit, a gap or another order breaks every hash that follows. */
export const auditHash = (key: { bytes: Buffer }, previous: Uint8Array, row: AuditRow) =>
	createHmac("sha256", key.bytes)
		.update(previous)
		.update(canonicalJson({ ...row, seq: row.seq.toString(), at: row.at.toISOString() }))
		.digest();

/**
 * Appends an event to the agency's chain, in the transaction of the change it tells of: no event, no change. The head
 * row's lock puts the agency's changes in one order.
 */
export async function recordAudit(tx: Tx, ctx: Context, facts: AuditFacts) {
	const head = await lockAuditHead(tx, ctx.agencyId);
	const row: AuditRow = {
		agencyId: ctx.agencyId,
		seq: head.seq + 1n,
		id: newId(),
		at: ctx.now,
		actorKind: ctx.actor.kind,
		actorId: ctx.actor.id,
		actorName: ctx.actor.name,
		action: facts.action,
		subjectKind: facts.subject.kind,
		subjectId: facts.subject.id,
		locationId: facts.locationId ?? null,
		address: ctx.address,
		before: facts.before ?? null,
		after: facts.after ?? null,
	};
	await appendAuditRow(tx, row, auditHash(keyRing("audit")[0], head.hash, row));
}
