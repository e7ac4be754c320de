import type { AuditAction } from "#lib/core/audit.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import type { KeyChange, KeyFacts } from "#lib/data/keys.ts";
import { updateKey } from "#lib/data/keys.ts";
import { recordAudit } from "../audit/record.ts";
import { auditedKey } from "./audited-key.ts";
import { endTokensBeyond } from "./end-tokens.ts";
import { settleCountdowns } from "./settle-countdowns.ts";

/** Writes a step of a key's life and its audit event, and takes back what it makes untrue. */
export async function changeKeyState(
	tx: Tx,
	ctx: Context,
	before: KeyFacts,
	action: AuditAction,
	change: KeyChange,
	/** What else the event tells of it. */
	told: object = {},
) {
	const after = await updateKey(tx, ctx.agencyId, before.id, change, ctx.now);
	const endedTokens = await endTokensBeyond(tx, ctx, before, after);
	await settleCountdowns(tx, ctx, after);
	await recordAudit(tx, ctx, {
		action,
		subject: { kind: "key", id: before.id },
		locationId: before.locationId,
		before: auditedKey(before),
		after: { ...auditedKey(after), ...told, ...endedTokens },
	});
	return { id: after.id, title: after.title };
}
