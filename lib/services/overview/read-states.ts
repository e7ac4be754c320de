import type { Context } from "#lib/data/context.ts";
import { countKeysByStatus, type StatusCount } from "#lib/data/key-overview.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { permitOverview } from "./permit-overview.ts";

/** How many keys of a place are in which state: of the whole agency, or of one location alone. */
export function readStates(ctx: Context, locationId: string | null): Promise<StatusCount[]> {
	permitOverview(ctx, locationId);
	return inTransaction(ctx, (tx) => countKeysByStatus(tx, ctx.agencyId, locationId, ctx.now));
}
