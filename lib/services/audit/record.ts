import { keyRing } from "#lib/config/secrets.ts";
import type { AuditAction, AuditSubjectKind } from "#lib/core/audit.ts";
import { type AuditRow, auditHash } from "#lib/core/audit-chain.ts";
import { newId } from "#lib/core/ids.ts";
import { eventOfChange } from "#lib/core/webhook-events.ts";
import { appendAuditRow, lockAuditHead } from "#lib/data/audit.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { publishKeyEvent } from "../webhooks/publish.ts";

export type AuditFacts = {
	action: AuditAction;
	subject: { kind: AuditSubjectKind; id: string };
	locationId?: string | null;
	before?: object | null;
	after?: object | null;
};

/** Who acts, in which agency, when and from where: all that an event needs of a context. */
export type AuditContext = Pick<Context, "agencyId" | "actor" | "now" | "address">;

/**
 * Appends an event to the agency's chain, in the transaction of the change it tells of: no event, no change. The head
 * row's lock puts the agency's changes in one order. Webhooks are told here of what changed about a key, so that no change
 * can leave it out: what was changed is written before.
 */
export async function recordAudit(tx: Tx, ctx: AuditContext, facts: AuditFacts) {
	const [key] = keyRing("audit");
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
		hashKeyId: key.id,
	};
	await appendAuditRow(tx, row, auditHash(key, head.hash, row));
	const told = facts.subject.kind === "key" ? eventOfChange(facts.action) : null;
	if (told) await publishKeyEvent(tx, ctx, told, facts.subject.id);
}
