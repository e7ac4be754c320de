"use client";

import { useTableAddress } from "#components/data-table/use-table-address.ts";
import { isFiltered, type NotificationsSearch, notificationsSearch } from "../search-params.ts";

type Filters = Pick<NotificationsSearch, "group" | "agency">;

/** What can be done to the state of the list. Narrowing or widening starts over at the newest. */
export function useNotificationsSearch() {
	const { search, setSearch, pending } = useTableAddress(notificationsSearch);
	return {
		search,
		pending,
		isFiltered: isFiltered(search),
		filter: (change: Partial<Filters>) => setSearch({ ...change, page: null }),
		clear: () => setSearch({ group: null, agency: null, page: null }),
		turnTo: (page: number) => setSearch({ page }),
	};
}
