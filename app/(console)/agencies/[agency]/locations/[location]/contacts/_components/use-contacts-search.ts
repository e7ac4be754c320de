"use client";

import { useTableAddress, whileTyping } from "#components/data-table/use-table-address.ts";
import { type ContactsSearch, contactsSearch } from "../search-params.ts";

/** What can be done to the state of the contacts table. */
export function useContactsSearch() {
	const { search, setSearch, pending } = useTableAddress(contactsSearch);

	return {
		search,
		pending,
		type: (q: string) => setSearch({ q, page: null }, whileTyping(q)),
		filterByTag: (tag: string | null) => setSearch({ tag, page: null }),
		clear: () => setSearch({ q: null, tag: null, page: null }),
		sortBy: (sort: ContactsSearch["sort"], order: ContactsSearch["order"]) =>
			setSearch({ sort, order, page: null }),
		turnTo: (page: number, size: ContactsSearch["size"]) => setSearch({ page, size }),
	};
}

export type ContactsSearchState = ReturnType<typeof useContactsSearch>;
