import { AppError } from "#lib/core/errors.ts";
import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { lockChangeableKey } from "./authorize.ts";
import { changeKeyState } from "./change-state.ts";

/** Counts as a use for the inactivity rule: the key is idle from now on, and what people were told is taken back. */
export const keepKeyAlive = (ctx: Context, { keyId }: { keyId: string }) =>
	inTransaction(ctx, async (tx) => {
		const key = await lockChangeableKey(tx, ctx, keyId);
		if (key.revokedAt) throw new AppError("conflict", "A revoked key stays anyway, and stays revoked.");
		return changeKeyState(tx, ctx, key, "key.keep_alive", { idleFrom: ctx.now });
	});
