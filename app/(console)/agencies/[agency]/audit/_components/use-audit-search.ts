"use client";

import { useTableAddress, whileTyping } from "#components/data-table/use-table-address.ts";
import { type AuditSearch, auditSearch, isFiltered } from "../search-params.ts";

/** Narrowing or widening shows other events, so it starts over at the newest. */
const FROM_THE_NEWEST = { before: null, after: null };

type Filters = Pick<AuditSearch, "group" | "actor" | "location" | "from" | "to">;

/** What can be done to the state of the audit log's table. */
export function useAuditSearch() {
	const { search, setSearch, pending } = useTableAddress(auditSearch);

	return {
		search,
		pending,
		isFiltered: isFiltered(search),
		filter: (change: Partial<Filters>) => setSearch({ ...change, ...FROM_THE_NEWEST }),
		type: (q: string) => setSearch({ q, ...FROM_THE_NEWEST }, whileTyping(q)),
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
