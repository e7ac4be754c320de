"use client";

import { useTableAddress, whileTyping } from "#components/data-table/use-table-address.ts";
import { type TrashSearch, trashSearch } from "../search-params.ts";

/** What can be done to the state of the trash's table. */
export function useTrashSearch() {
	const { search, setSearch, pending } = useTableAddress(trashSearch);

	return {
		search,
		pending,
		type: (q: string) => setSearch({ q, page: null }, whileTyping(q)),
		sort: (order: TrashSearch["order"]) => setSearch({ order, page: null }),
		turnTo: (page: number, size: TrashSearch["size"]) => setSearch({ page, size }),
	};
}

export type TrashSearchState = ReturnType<typeof useTrashSearch>;
