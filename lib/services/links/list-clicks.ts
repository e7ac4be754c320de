import { nameOfContact } from "#lib/core/crm/contact-fields.ts";
import type { LinkClickSummary } from "#lib/core/crm/link-fields.ts";
import type { Context } from "#lib/data/context.ts";
import { type ClickQuery, countClicks, listClickRows } from "#lib/data/link-clicks.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { findVisibleLink } from "./authorize.ts";

export type { ClickQuery } from "#lib/data/link-clicks.ts";

/** Some of the times that a link was followed, the newest first, and how many there are in all. */
export function listClicks(
	ctx: Context,
	query: ClickQuery,
): Promise<{ rows: LinkClickSummary[]; total: number }> {
	return inTransaction(ctx, async (tx) => {
		await findVisibleLink(tx, ctx, query.linkId);
		const rows = await listClickRows(tx, ctx.agencyId, query);
		return {
			total: await countClicks(tx, ctx.agencyId, query.linkId),
			rows: rows.map(({ contact, clickedAt, ...row }) => ({
				...row,
				contact: contact && { id: contact.id, name: nameOfContact(contact) ?? "Contact without a name" },
				clickedAt: clickedAt.toISOString(),
			})),
		};
	});
}
