import {
	createLoader,
	type inferParserType,
	parseAsNumberLiteral,
	parseAsString,
	parseAsStringLiteral,
} from "nuqs/server";
import { CONTACT_SORTS } from "#lib/core/crm/contacts.ts";
import type { ContactQuery } from "#lib/services/contacts/list.ts";
import { PAGE_SIZES, parseAsPage, parseAsSearch } from "../../../keys/search-params.ts";

/** The state of the contacts table, in the address. What cannot be read falls back to its default. */
export const contactsSearch = {
	q: parseAsSearch,
	tag: parseAsString,
	sort: parseAsStringLiteral(CONTACT_SORTS).withDefault("created"),
	order: parseAsStringLiteral(["asc", "desc"]).withDefault("desc"),
	page: parseAsPage,
	size: parseAsNumberLiteral(PAGE_SIZES).withDefault(25),
};

export type ContactsSearch = inferParserType<typeof contactsSearch>;

export const loadContactsSearch = createLoader(contactsSearch);

export const isFiltered = ({ q, tag }: ContactsSearch) => q.trim() !== "" || tag !== null;

export const toContactQuery = (
	{ q, tag, sort, order, page, size }: ContactsSearch,
	locationId: string,
): ContactQuery => ({ locationId, search: q, tag, sort, direction: order, page, pageSize: size });
