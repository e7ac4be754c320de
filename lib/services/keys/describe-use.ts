import { isInRecentUse } from "#lib/core/keys/recent-use.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { countUseSince, findLastUse } from "#lib/data/key-usage.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { findReadableKey } from "./authorize.ts";

const DAY_MS = 86_400_000;

/** What would break if the key went away now, and whether it could come back. */
export function describeKeyUse(ctx: Context, { keyId }: { keyId: string }) {
	return inTransaction(ctx, async (tx) => {
		const key = await findReadableKey(tx, ctx, keyId);
		return { title: key.title, isRestorable: !key.compromised, ...(await readKeyUse(tx, ctx, keyId)) };
	});
}

/** The figures behind {@link describeKeyUse}, for a key that was loaded and permitted before. */
export async function readKeyUse(tx: Tx, ctx: Context, keyId: string) {
	const lastDay = await countUseSince(tx, ctx.agencyId, keyId, new Date(ctx.now.getTime() - DAY_MS));
	const lastUse = await findLastUse(tx, ctx.agencyId, keyId);
	return {
		lastUse: lastUse && { at: lastUse.at.toISOString(), address: lastUse.address },
		requestsLastDay: lastDay.uses,
		addressesLastDay: lastDay.addresses,
		mustTypeTitle: isInRecentUse(lastUse?.at ?? null, ctx.now),
	};
}
