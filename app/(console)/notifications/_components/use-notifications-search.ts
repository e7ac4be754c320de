"use client";

import { useTableAddress } from "#components/data-table/use-table-address.ts";
import {
	FROM_THE_NEWEST,
	isFiltered,
	type NotificationsSearch,
	notificationsSearch,
} from "../search-params.ts";

type Filters = Pick<NotificationsSearch, "group" | "agency">;

/** What can be done to the state of the list. */
export function useNotificationsSearch() {
	const { search, setSearch, pending } = useTableAddress(notificationsSearch);
	return {
		search,
		pending,
		isFiltered: isFiltered(search),
		filter: (change: Partial<Filters>) => setSearch({ ...change, ...FROM_THE_NEWEST }),
		clear: () => setSearch({ group: null, agency: null, ...FROM_THE_NEWEST }),
		toNewest: () => setSearch(FROM_THE_NEWEST),
		toNewer: (id: string) => setSearch({ after: id, before: null }),
		toOlder: (id: string) => setSearch({ before: id, after: null }),
	};
}
