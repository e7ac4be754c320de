import { AppError } from "#lib/core/errors.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { findOlderSecret } from "#lib/data/key-secrets.ts";
import { lockChangeableKey, refuseUnseenChange } from "./authorize.ts";

/** A key, and which version of it the actor saw: programs that did not look first leave it out. */
export type SeenKey = { keyId: string; version?: number | undefined };

/**
 * Locks a key that the actor may change and of which an older secret still counts. Refuses when somebody else changed the
 * key since `version`: its older secret may be another one by now.
 */
export async function lockOverlap(tx: Tx, ctx: Context, { keyId, version }: SeenKey) {
	const key = await lockChangeableKey(tx, ctx, keyId);
	refuseUnseenChange(key, version);
	const older = await findOlderSecret(tx, ctx.agencyId, keyId);
	if (!older || older.endsAt <= ctx.now) {
		throw new AppError("conflict", "This key has no older secret that still counts. Reload the page.");
	}
	return { key, older };
}
