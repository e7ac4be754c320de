import { AppError } from "#lib/core/errors.ts";
import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { propagate } from "../propagate.ts";
import { lockChangeableKey } from "./authorize.ts";
import { changeKeyState } from "./change-state.ts";

/** Ends a key for ever; its row stays, with the reason. */
export const revokeKey = (ctx: Context, asked: Revocation) => propagate(ctx, revokeKeyUntold(ctx, asked));

type Revocation = { keyId: string; reason: string };

/** {@link revokeKey} for a caller that tells all processes itself. */
export const revokeKeyUntold = (ctx: Context, { keyId, reason }: Revocation) =>
	inTransaction(ctx, async (tx) => {
		const key = await lockChangeableKey(tx, ctx, keyId);
		if (key.revokedAt) throw new AppError("conflict", "This key was revoked before.");
		return changeKeyState(tx, ctx, key, "key.revoke", { revokedAt: ctx.now, revokedReason: reason });
	});
