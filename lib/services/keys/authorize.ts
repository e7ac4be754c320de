import { AppError, notFound } from "#lib/core/errors.ts";
import { isAllowed, keyPermission } from "#lib/core/permissions.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { findKey, type KeyFacts, lockKey } from "#lib/data/keys.ts";

/** Refuses unless the actor may read or change keys at this place. Places they may not see do not exist for them. */
export function permitKeys(ctx: Context, locationId: string | null, verb: "read" | "write") {
	if (isAllowed(ctx.grants, keyPermission(locationId, verb), locationId)) return;
	if (!isAllowed(ctx.grants, keyPermission(locationId, "read"), locationId)) throw notFound();
	throw new AppError("forbidden", "Your role here may look at these keys, not change them.");
}

/** Loads a key that is not in the trash and that the actor may read. */
export async function findReadableKey(tx: Tx, ctx: Context, keyId: string): Promise<KeyFacts> {
	const key = await findKey(tx, ctx.agencyId, keyId);
	if (!key || key.deletedAt) throw notFound();
	permitKeys(ctx, key.locationId, "read");
	return key;
}

/** Locks a key that is not in the trash and that the actor may change. */
export async function lockChangeableKey(tx: Tx, ctx: Context, keyId: string): Promise<KeyFacts> {
	const key = await lockKey(tx, ctx.agencyId, keyId);
	if (!key || key.deletedAt) throw notFound();
	permitKeys(ctx, key.locationId, "write");
	return key;
}

/** Refuses when somebody changed the key after the actor saw it. */
export function refuseUnseenChange(key: KeyFacts, version: number) {
	if (key.version === version) return;
	throw new AppError("conflict", "Somebody else changed this key meanwhile. Reload to see what it says now.");
}
