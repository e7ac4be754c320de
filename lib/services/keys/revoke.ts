import { AppError } from "#lib/core/errors.ts";
import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { propagate } from "../propagate.ts";
import { lockChangeableKey } from "./authorize.ts";
import { changeKeyState } from "./change-state.ts";

/** Ends a key for ever; its row stays, with the reason. */
export function revokeKey(ctx: Context, { keyId, reason }: { keyId: string; reason: string }) {
	const change = inTransaction(ctx, async (tx) => {
		const key = await lockChangeableKey(tx, ctx, keyId);
		if (key.revokedAt) throw new AppError("conflict", "This key was revoked before.");
		return changeKeyState(tx, ctx, key, "key.revoke", { revokedAt: ctx.now, revokedReason: reason });
	});
	return propagate(ctx, change);
}
