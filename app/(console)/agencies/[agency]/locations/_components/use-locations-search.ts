"use client";

import { useTableAddress, whileTyping } from "#components/data-table/use-table-address.ts";
import { type LocationsSearch, locationsSearch } from "../search-params.ts";

/** What can be done to the state of the locations table. */
export function useLocationsSearch() {
	const { search, setSearch, pending } = useTableAddress(locationsSearch);

	return {
		search,
		pending,
		type: (q: string) => setSearch({ q, page: null }, whileTyping(q)),
		sortBy: (sort: LocationsSearch["sort"], order: LocationsSearch["order"]) =>
			setSearch({ sort, order, page: null }),
		turnTo: (page: number, size: LocationsSearch["size"]) => setSearch({ page, size }),
	};
}

export type LocationsSearchState = ReturnType<typeof useLocationsSearch>;
