"use client";

import { useTableAddress, whileTyping } from "#components/data-table/use-table-address.ts";
import { isFiltered, type KeysSearch, keysSearch } from "../search-params.ts";

/** What can be done to the state of the keys table. */
export function useKeysSearch() {
	const { search, setSearch, pending } = useTableAddress(keysSearch);

	return {
		search,
		pending,
		isFiltered: isFiltered(search),
		/** Narrowing or widening shows other rows, so it starts over at the first page. */
		filter: (change: Partial<Pick<KeysSearch, "status" | "role" | "location" | "attention" | "label">>) =>
			setSearch({ ...change, page: null }),
		type: (q: string) => setSearch({ q, page: null }, whileTyping(q)),
		clear: () =>
			setSearch({
				q: null,
				status: null,
				role: null,
				location: null,
				attention: null,
				label: null,
				page: null,
			}),
		sortBy: (sort: KeysSearch["sort"], order: KeysSearch["order"]) => setSearch({ sort, order, page: null }),
		turnTo: (page: number, size: KeysSearch["size"]) => setSearch({ page, size }),
	};
}

export type KeysSearchState = ReturnType<typeof useKeysSearch>;
