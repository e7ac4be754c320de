"use client";

import { useTableAddress } from "#components/data-table/use-table-address.ts";
import { isFiltered, type LogSearch, logSearch } from "../search-params.ts";

/** What can be done to the state of a webhook's log. */
export function useLogSearch() {
	const { search, setSearch, pending } = useTableAddress(logSearch);

	return {
		search,
		pending,
		isFiltered: isFiltered(search),
		filter: (change: Partial<Pick<LogSearch, "state" | "event">>) => setSearch({ ...change, page: null }),
		clear: () => setSearch({ state: null, event: null, page: null }),
		turnTo: (page: number, size: LogSearch["size"]) => setSearch({ page, size }),
		show: (delivery: string | null) => setSearch({ delivery }),
	};
}

export type LogSearchState = ReturnType<typeof useLogSearch>;
