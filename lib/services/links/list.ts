import type { LinkSummary } from "#lib/core/crm/link-fields.ts";
import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { countLinks, type LinkQuery, listLinkRows } from "#lib/data/trigger-links.ts";
import { permitCrm } from "../permit-crm.ts";
import { summarizeLink } from "./summarize.ts";

export type { LinkQuery } from "#lib/data/trigger-links.ts";

/** Some of a location's links by name, and how many match in all. */
export function listLinks(ctx: Context, query: LinkQuery): Promise<{ rows: LinkSummary[]; total: number }> {
	return inTransaction(ctx, async (tx) => {
		await permitCrm(tx, ctx, query.locationId, "read");
		// PostgreSQL refuses to compare a text with a NUL, which no name has.
		if (query.search.includes("\0")) return { rows: [], total: 0 };
		return {
			total: await countLinks(tx, ctx.agencyId, query),
			rows: (await listLinkRows(tx, ctx.agencyId, query)).map(summarizeLink),
		};
	});
}
