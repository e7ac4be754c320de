"use client";

import { debounce, useQueryStates } from "nuqs";
import { useTransition } from "react";
import { type AuditSearch, auditSearch, isFiltered } from "../search-params.ts";

const TYPING_MS = 250;

/** Narrowing or widening shows other events, so it starts over at the newest. */
const FROM_THE_NEWEST = { before: null, after: null };

type Filters = Pick<AuditSearch, "group" | "actor" | "location" | "from" | "to">;

/** The table's state in the address. Each step is an entry of its own, so that Back undoes it. */
export function useAuditSearch() {
	const [pending, startTransition] = useTransition();
	const [search, setSearch] = useQueryStates(auditSearch, {
		shallow: false,
		history: "push",
		scroll: false,
		startTransition,
	});

	return {
		search,
		pending,
		isFiltered: isFiltered(search),
		filter: (change: Partial<Filters>) => setSearch({ ...change, ...FROM_THE_NEWEST }),
		type: (q: string) =>
			setSearch({ q, ...FROM_THE_NEWEST }, q === "" ? {} : { limitUrlUpdates: debounce(TYPING_MS) }),
		clear: () =>
			setSearch({
				q: null,
				group: null,
				actor: null,
				location: null,
				from: null,
				to: null,
				...FROM_THE_NEWEST,
			}),
		toNewest: () => setSearch(FROM_THE_NEWEST),
		toNewer: (seq: string) => setSearch({ after: seq, before: null }),
		toOlder: (seq: string) => setSearch({ before: seq, after: null }),
		resize: (size: AuditSearch["size"]) => setSearch({ size, ...FROM_THE_NEWEST }),
	};
}

export type AuditSearchState = ReturnType<typeof useAuditSearch>;
