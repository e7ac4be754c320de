"use client";

import { debounce, useQueryStates } from "nuqs";
import { useTransition } from "react";
import { type LocationsSearch, locationsSearch } from "../search-params.ts";

const TYPING_MS = 250;

/** The table's state in the address. Each step is an entry of its own, so that Back undoes it. */
export function useLocationsSearch() {
	const [pending, startTransition] = useTransition();
	const [search, setSearch] = useQueryStates(locationsSearch, {
		shallow: false,
		history: "push",
		scroll: false,
		startTransition,
	});

	return {
		search,
		pending,
		type: (q: string) =>
			setSearch({ q, page: null }, q === "" ? {} : { limitUrlUpdates: debounce(TYPING_MS) }),
		sortBy: (sort: LocationsSearch["sort"], order: LocationsSearch["order"]) =>
			setSearch({ sort, order, page: null }),
		turnTo: (page: number, size: LocationsSearch["size"]) => setSearch({ page, size }),
	};
}

export type LocationsSearchState = ReturnType<typeof useLocationsSearch>;
