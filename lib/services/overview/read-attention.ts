import type { Context } from "#lib/data/context.ts";
import { countKeysByAttention, type PlaceAttention } from "#lib/data/key-overview.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { permitOverview } from "./permit-overview.ts";

/** Which keys of a place need somebody, and why: of the whole agency, or of one location alone. */
export function readAttention(ctx: Context, locationId: string | null): Promise<PlaceAttention> {
	permitOverview(ctx, locationId);
	return inTransaction(ctx, (tx) => countKeysByAttention(tx, ctx.agencyId, locationId, ctx.now));
}
