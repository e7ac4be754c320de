import type { Context } from "#lib/data/context.ts";
import { removeOlderSecret } from "#lib/data/key-secrets.ts";
import { updateKey } from "#lib/data/keys.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { recordAudit } from "../audit/record.ts";
import { propagate } from "../propagate.ts";
import { endTokens } from "./end-tokens.ts";
import { lockOverlap, type SeenKey } from "./lock-overlap.ts";

/** Removes the secret before the current one now, whatever time it had left, and with it the key's tokens. It does not come back. */
export function endKeyOverlap(ctx: Context, seen: SeenKey) {
	const { keyId } = seen;
	const change = inTransaction(ctx, async (tx) => {
		const { key, older } = await lockOverlap(tx, ctx, seen);
		await removeOlderSecret(tx, ctx.agencyId, keyId);
		const endedTokens = await endTokens(tx, ctx, key);
		const after = await updateKey(tx, ctx.agencyId, keyId, {}, ctx.now);
		await recordAudit(tx, ctx, {
			action: "key.end_overlap",
			subject: { kind: "key", id: keyId },
			locationId: key.locationId,
			before: { olderSecretEndsAt: older.endsAt.toISOString() },
			after: { olderSecretEndsAt: ctx.now.toISOString(), ...endedTokens },
		});
		return { id: after.id, title: after.title };
	});
	return propagate(ctx, change);
}
