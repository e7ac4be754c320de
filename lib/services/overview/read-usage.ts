import { type PlaceUsage, sortUsage, type UsagePeriod } from "#lib/core/usage-periods.ts";
import type { Context } from "#lib/data/context.ts";
import { countPlaceUsage } from "#lib/data/place-usage.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { permitOverview } from "./permit-overview.ts";

/** What the keys of a place were used for over a period: of the whole agency, or of one location alone. */
export function readPlaceUsage(
	ctx: Context,
	{ locationId, period }: { locationId: string | null; period: UsagePeriod },
): Promise<PlaceUsage> {
	permitOverview(ctx, locationId);
	return inTransaction(ctx, async (tx) =>
		sortUsage(await countPlaceUsage(tx, ctx.agencyId, locationId, period, ctx.now), period, ctx.now),
	);
}
