import { listContacts, listTags } from "#lib/services/contacts/list.ts";
import { summarizeContact } from "#lib/services/contacts/summarize.ts";
import { type ContactsSearch, isFiltered, toContactQuery } from "../search-params.ts";
import { ContactsTable } from "./contacts-table.tsx";

type ContactsPanelProps = {
	ctx: Parameters<typeof listContacts>[0];
	locationId: string;
	search: ContactsSearch;
};

/** Reads a page of contacts. An address may name a page that is gone by now: it shows the last one that there is. */
export async function ContactsPanel({ ctx, locationId, search }: ContactsPanelProps) {
	const query = toContactQuery(search, locationId);
	const tags = await listTags(ctx, { locationId });
	let shown = query;
	let list = await listContacts(ctx, query);
	if (list.rows.length === 0 && list.total > 0) {
		shown = { ...query, page: Math.ceil(list.total / query.pageSize) };
		list = await listContacts(ctx, shown);
	}
	return (
		<ContactsTable
			page={{ rows: list.rows.map(summarizeContact), total: list.total, page: shown.page, size: search.size }}
			tags={tags}
			isEmpty={list.total === 0 && !isFiltered(search)}
		/>
	);
}
