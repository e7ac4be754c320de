import type { LinkSummary } from "#lib/core/crm/link-fields.ts";
import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { findVisibleLink } from "./authorize.ts";
import { summarizeLink } from "./summarize.ts";

/** One trigger link. */
export const getLink = (ctx: Context, { linkId }: { linkId: string }): Promise<LinkSummary> =>
	inTransaction(ctx, async (tx) => summarizeLink(await findVisibleLink(tx, ctx, linkId)));
