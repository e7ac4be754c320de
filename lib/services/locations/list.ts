import { notFound } from "#lib/core/errors.ts";
import { isAllowed } from "#lib/core/permissions.ts";
import type { LocationSummary } from "#lib/core/places/location.ts";
import { foldName } from "#lib/core/text.ts";
import type { Context } from "#lib/data/context.ts";
import {
	countMatchingLocations,
	type LocationQuery,
	type LocationRow,
	listLocationRows,
} from "#lib/data/location-list.ts";
import { inTransaction } from "#lib/data/transaction.ts";

export type { LocationQuery } from "#lib/data/location-list.ts";

/** One page of the agency's locations, and how many match in all. */
export async function listLocations(
	ctx: Context,
	asked: LocationQuery,
): Promise<{ rows: LocationSummary[]; total: number }> {
	if (!isAllowed(ctx.grants, "agency.view", null)) throw notFound();
	const query = { ...asked, search: foldName(asked.search) };
	// PostgreSQL refuses to compare a text with a NUL, which no name has.
	if (query.search.includes("\0")) return { rows: [], total: 0 };
	return inTransaction(ctx, async (tx) => ({
		total: await countMatchingLocations(tx, ctx.agencyId, query.search),
		rows: (await listLocationRows(tx, ctx.agencyId, query)).map(summarize),
	}));
}

const summarize = ({ suspendedAt, createdAt, ...row }: LocationRow): LocationSummary => ({
	...row,
	status: suspendedAt ? "Suspended" : "Open",
	createdAt: createdAt.toISOString(),
});
