import type { TagCount } from "#lib/core/crm/contacts.ts";
import { foldName } from "#lib/core/text.ts";
import type { Tx } from "#lib/data/client.ts";
import {
	type ContactQuery,
	type ContactsAfter,
	countContacts,
	listContactRows,
	listContactRowsAfter,
	listTagCounts,
} from "#lib/data/contact-list.ts";
import type { ContactFacts } from "#lib/data/contacts.ts";
import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { permitCrm } from "../permit-crm.ts";

export type { ContactQuery, ContactsAfter } from "#lib/data/contact-list.ts";

type ContactPage = { rows: ContactFacts[]; total: number };

/** One page of a location's contacts, and how many match in all. */
export const listContacts = (ctx: Context, query: ContactQuery): Promise<ContactPage> =>
	page(ctx, query, (tx, folded) => listContactRows(tx, ctx.agencyId, folded));

/** {@link listContacts} for programs, which read on from the last contact that they have. */
export const listContactsAfter = (ctx: Context, query: ContactsAfter): Promise<ContactPage> =>
	page(ctx, query, (tx, folded) => listContactRowsAfter(tx, ctx.agencyId, folded));

/** The tags that a location's contacts have, the most used first. */
export const listTags = (ctx: Context, { locationId }: { locationId: string }): Promise<TagCount[]> =>
	inTransaction(ctx, async (tx) => {
		await permitCrm(tx, ctx, locationId, "read");
		return listTagCounts(tx, ctx.agencyId, locationId);
	});

function page<Query extends ContactQuery | ContactsAfter>(
	ctx: Context,
	asked: Query,
	read: (tx: Tx, query: Query) => Promise<ContactFacts[]>,
): Promise<ContactPage> {
	return inTransaction(ctx, async (tx) => {
		await permitCrm(tx, ctx, asked.locationId, "read");
		const query = { ...asked, search: foldName(asked.search) };
		// PostgreSQL refuses to compare a text with a NUL, which no contact has.
		if (`${query.search}${query.tag}`.includes("\0")) return { rows: [], total: 0 };
		return { total: await countContacts(tx, ctx.agencyId, query), rows: await read(tx, query) };
	});
}
