import { AppError } from "#lib/core/errors.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import type { KeyFacts } from "#lib/data/keys.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { propagate } from "../propagate.ts";
import { lockChangeableKey } from "./authorize.ts";
import { changeKeyState } from "./change-state.ts";

/** Switches a key on or off. Saying twice what is already so changes nothing and is no error. */
export const setKeyEnabled = (ctx: Context, asked: KeySwitch) =>
	propagate(ctx, setKeyEnabledUntold(ctx, asked));

type KeySwitch = { keyId: string; enabled: boolean };

/** {@link setKeyEnabled} for a caller that tells all processes itself. */
export const setKeyEnabledUntold = (ctx: Context, { keyId, enabled }: KeySwitch) =>
	inTransaction(ctx, async (tx) => switchWithin(tx, ctx, await lockChangeableKey(tx, ctx, keyId), enabled));

/** {@link setKeyEnabled} of a key that is locked, as a part of a greater change. */
export async function switchWithin(tx: Tx, ctx: Context, key: KeyFacts, enabled: boolean) {
	if (key.revokedAt) throw new AppError("conflict", "A revoked key stays revoked.");
	if (key.enabled === enabled) return { id: key.id, title: key.title, isChanged: false };
	const changed = enabled
		? await changeKeyState(tx, ctx, key, "key.enable", { enabled, idleFrom: ctx.now })
		: await changeKeyState(tx, ctx, key, "key.disable", { enabled });
	return { ...changed, isChanged: true };
}
