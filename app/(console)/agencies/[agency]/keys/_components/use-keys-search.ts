"use client";

import { debounce, useQueryStates } from "nuqs";
import { useTransition } from "react";
import { isFiltered, type KeysSearch, keysSearch } from "../search-params.ts";

const TYPING_MS = 250;

/** The table's state in the address. Each step is an entry of its own, so that Back undoes it. */
export function useKeysSearch() {
	const [pending, startTransition] = useTransition();
	const [search, setSearch] = useQueryStates(keysSearch, {
		shallow: false,
		history: "push",
		scroll: false,
		startTransition,
	});

	return {
		search,
		pending,
		isFiltered: isFiltered(search),
		/** Narrowing or widening shows other rows, so it starts over at the first page. */
		filter: (change: Partial<Pick<KeysSearch, "status" | "role" | "location">>) =>
			setSearch({ ...change, page: null }),
		type: (q: string) =>
			setSearch({ q, page: null }, q === "" ? {} : { limitUrlUpdates: debounce(TYPING_MS) }),
		clear: () => setSearch({ q: null, status: null, role: null, location: null, page: null }),
		sortBy: (sort: KeysSearch["sort"], order: KeysSearch["order"]) => setSearch({ sort, order, page: null }),
		turnTo: (page: number, size: KeysSearch["size"]) => setSearch({ page, size }),
	};
}

export type KeysSearchState = ReturnType<typeof useKeysSearch>;
