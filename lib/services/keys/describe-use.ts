import { notFound } from "#lib/core/errors.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { countKeyUse, findKey } from "#lib/data/keys.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { permitKeys } from "./authorize.ts";

const DAY_MS = 86_400_000;
/** A key used this recently is deleted only by typing its title. */
const RECENT_USE_DAYS = 7;

/** What would break if the key went away now. */
export function describeKeyUse(ctx: Context, { keyId }: { keyId: string }) {
	return inTransaction(ctx, async (tx) => {
		const key = await findKey(tx, ctx.agencyId, keyId);
		if (!key || key.deletedAt) throw notFound();
		permitKeys(ctx, key.locationId, "read");
		return { title: key.title, ...(await readKeyUse(tx, ctx, keyId)) };
	});
}

/** The figures behind {@link describeKeyUse}, for a key that was loaded and permitted before. */
export async function readKeyUse(tx: Tx, ctx: Context, keyId: string) {
	const use = await countKeyUse(tx, ctx.agencyId, keyId, new Date(ctx.now.getTime() - DAY_MS));
	return {
		lastUsedAt: use.lastUsedAt?.toISOString() ?? null,
		requestsLastDay: use.requests,
		addressesLastDay: use.addresses,
		mustTypeTitle:
			use.lastUsedAt !== null && ctx.now.getTime() - use.lastUsedAt.getTime() < RECENT_USE_DAYS * DAY_MS,
	};
}
