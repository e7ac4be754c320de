import { AppError } from "#lib/core/errors.ts";
import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { propagate } from "../propagate.ts";
import { lockChangeableKey } from "./authorize.ts";
import { changeKeyState } from "./change-state.ts";

/** Switches a key on or off. Saying twice what is already so changes nothing and is no error. */
export function setKeyEnabled(ctx: Context, { keyId, enabled }: { keyId: string; enabled: boolean }) {
	const change = inTransaction(ctx, async (tx) => {
		const key = await lockChangeableKey(tx, ctx, keyId);
		if (key.revokedAt) throw new AppError("conflict", "A revoked key stays revoked.");
		if (key.enabled === enabled) return { id: key.id, title: key.title };
		if (!enabled) return changeKeyState(tx, ctx, key, "key.disable", { enabled });
		return changeKeyState(tx, ctx, key, "key.enable", { enabled, idleFrom: ctx.now });
	});
	return propagate(ctx, change);
}
