import { AppError } from "#lib/core/errors.ts";
import { foldName } from "#lib/core/text.ts";
import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { propagate } from "../propagate.ts";
import { lockChangeableKey } from "./authorize.ts";
import { changeKeyState } from "./change-state.ts";
import { readKeyUse } from "./describe-use.ts";

/** Moves a key to the trash, where it stops at once. A key in recent use asks people for its title. */
export function deleteKey(
	ctx: Context,
	{ keyId, typedTitle }: { keyId: string; typedTitle?: string | undefined },
) {
	const change = inTransaction(ctx, async (tx) => {
		const key = await lockChangeableKey(tx, ctx, keyId);
		const { mustTypeTitle } = await readKeyUse(tx, ctx, keyId);
		if (ctx.actor.kind !== "key" && mustTypeTitle && foldName(typedTitle ?? "") !== foldName(key.title)) {
			const message = "This key was used in the last 7 days. Type its title to delete it.";
			throw new AppError("invalid_input", message, { fields: [{ field: "typedTitle", message }] });
		}
		return changeKeyState(tx, ctx, key, "key.delete", {
			deletedAt: ctx.now,
			deletedBecause: "PERSON",
			deletedByName: ctx.actor.name,
		});
	});
	return propagate(ctx, change);
}
