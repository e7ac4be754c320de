import { AppError } from "#lib/core/errors.ts";
import { foldName } from "#lib/core/text.ts";
import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { propagate } from "../propagate.ts";
import { lockChangeableKey } from "./authorize.ts";
import { changeKeyState } from "./change-state.ts";
import { readKeyUse } from "./describe-use.ts";

/** Moves a key to the trash, where it stops at once. A key in recent use asks people for its title. */
export const deleteKey = (
	ctx: Context,
	{ keyId, typedTitle }: { keyId: string; typedTitle?: string | undefined },
) =>
	propagate(
		ctx,
		deleteKeyUntold(ctx, keyId, (title) => {
			if (ctx.actor.kind === "key" || foldName(typedTitle ?? "") === foldName(title)) return;
			const message = "This key was used in the last 7 days. Type its title to delete it.";
			throw new AppError("invalid_input", message, { fields: [{ field: "typedTitle", message }] });
		}),
	);

/** {@link deleteKey} for a caller that tells all processes itself. `confirmUsed` throws unless a key in recent use may go. */
export const deleteKeyUntold = (ctx: Context, keyId: string, confirmUsed: (title: string) => void) =>
	inTransaction(ctx, async (tx) => {
		const key = await lockChangeableKey(tx, ctx, keyId);
		const { mustTypeTitle } = await readKeyUse(tx, ctx, keyId);
		if (mustTypeTitle) confirmUsed(key.title);
		return changeKeyState(tx, ctx, key, "key.delete", {
			deletedAt: ctx.now,
			deletedBecause: "PERSON",
			deletedByName: ctx.actor.name,
		});
	});
