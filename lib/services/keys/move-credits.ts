import { AppError } from "#lib/core/errors.ts";
import { CREDITS_MAX, refillOf } from "#lib/core/keys/refill.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { changeKeyCredits, moveKeyCredits } from "#lib/data/key-credits.ts";
import { type KeyFacts, updateKey } from "#lib/data/keys.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { recordAudit } from "../audit/record.ts";
import { propagate } from "../propagate.ts";
import { auditedKey } from "./audited-key.ts";
import { lockChangeableKey, refuseGain } from "./authorize.ts";

/** Sets a key's credits, null for without a limit, or moves them by an amount from wherever they are. */
export type CreditMove = { keyId: string } & ({ to: number | null } | { by: number });

const refuse = (message: string) =>
	new AppError("invalid_input", message, { fields: [{ field: "value", message }] });

/** Changes how many credits a key has, and nothing else of it. Credits never go below none. Answers what it has then. */
export function moveCredits(ctx: Context, move: CreditMove) {
	const change = inTransaction(ctx, async (tx) => {
		const before = await lockChangeableKey(tx, ctx, move.keyId);
		if (before.revokedAt) throw new AppError("conflict", "A revoked key cannot be changed any more.");
		await write(tx, ctx, before, move);
		const after = await updateKey(tx, ctx.agencyId, before.id, {}, ctx.now);
		refuseGain(ctx, after, before);
		await recordAudit(tx, ctx, {
			action: "key.edit",
			subject: { kind: "key", id: before.id },
			locationId: before.locationId,
			before: auditedKey(before),
			after: auditedKey(after),
		});
		const { id, title, credits } = after;
		return {
			id,
			title,
			credits: credits && { remaining: Number(credits.remaining), refill: refillOf(credits) },
		};
	});
	return propagate(ctx, change);
}

async function write(tx: Tx, { agencyId }: Context, { id, credits }: KeyFacts, move: CreditMove) {
	if ("to" in move) return changeKeyCredits(tx, agencyId, id, credits, { credits: move.to });
	const remaining = await moveKeyCredits(tx, agencyId, id, BigInt(move.by));
	if (remaining === null) throw refuse("This key has no credits to add to or to take from: set them first.");
	if (remaining > CREDITS_MAX) throw refuse(`Credits may be up to ${CREDITS_MAX}.`);
}
