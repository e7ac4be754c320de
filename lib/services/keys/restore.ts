import { AppError, notFound } from "#lib/core/errors.ts";
import { restorableSince } from "#lib/core/keys/trash.ts";
import { isAllowed, keyPermission } from "#lib/core/permissions.ts";
import type { Context } from "#lib/data/context.ts";
import { lockKey } from "#lib/data/keys.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { propagate } from "../propagate.ts";
import { refuseDuplicate } from "../refuse-duplicate.ts";
import { permitKeys, refuseGreaterKey } from "./authorize.ts";
import { changeKeyState } from "./change-state.ts";
import { refuseWhenFull } from "./limit-keys.ts";

const TITLE_TAKEN = {
	field: "title",
	message: "Another key here has this title by now. Rename or delete that one, then restore this one.",
	indexes: "api_keys_title",
};

/** Brings a key back from the trash with the same secret. Not when it was compromised, nor after 30 days. */
export const restoreKey = (ctx: Context, { keyId }: { keyId: string }) =>
	propagate(ctx, restoreKeyUntold(ctx, keyId));

/** {@link restoreKey} for a caller that tells all processes itself. */
export function restoreKeyUntold(ctx: Context, keyId: string) {
	const change = inTransaction(ctx, async (tx) => {
		const key = await lockKey(tx, ctx.agencyId, keyId);
		// To those who could not bring it back, a deleted key is one that never existed.
		const mayRestore = key && isAllowed(ctx.grants, keyPermission(key.locationId, "write"), key.locationId);
		if (!key || (key.deletedAt && !mayRestore)) throw notFound();
		permitKeys(ctx, key.locationId, "write");
		refuseGreaterKey(ctx, key);
		if (!key.deletedAt) return { id: key.id, title: key.title, isChanged: false };
		if (key.compromised) {
			throw new AppError("conflict", "This key was revoked as compromised and cannot be restored.");
		}
		if (key.deletedAt < restorableSince(ctx.now)) throw notFound();
		await refuseWhenFull(tx, ctx, key.level, key.locationId);
		const restored = await changeKeyState(tx, ctx, key, "key.restore", {
			deletedAt: null,
			deletedBecause: null,
			deletedByName: null,
			idleFrom: ctx.now,
		});
		return { ...restored, isChanged: true };
	});
	return refuseDuplicate(change, TITLE_TAKEN);
}
