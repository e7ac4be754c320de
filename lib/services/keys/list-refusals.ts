import { type KeyRefusal, type RefusalVerdict, reasonOf, toldOf } from "#lib/core/keys/refusals.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { listRefusals as listRows } from "#lib/data/key-refusals.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { findReadableKey } from "./authorize.ts";

const SHOWN = 10;

/** A key's last refusals, the newest first. Those of the last second may be missing. */
export function listRefusals(ctx: Context, { keyId }: { keyId: string }) {
	return inTransaction(ctx, async (tx) => {
		const key = await findReadableKey(tx, ctx, keyId);
		return readRefusals(tx, ctx.agencyId, key.id);
	});
}

/** The refusals behind {@link listRefusals}, or the one of a request, for a key that was loaded and permitted before. */
export async function readRefusals(
	tx: Tx,
	agencyId: string,
	keyId: string,
	requestId?: string,
): Promise<KeyRefusal[]> {
	const rows = await listRows(tx, agencyId, { keyId, requestId, most: SHOWN });
	return rows.map(({ rule, about, at, verdict, ...row }) => ({
		...row,
		told: toldOf(rule, verdict as RefusalVerdict),
		reason: reasonOf(rule, about),
		at: at.toISOString(),
	}));
}
