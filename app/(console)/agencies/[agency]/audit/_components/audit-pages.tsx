"use client";

import { NeighbourPages } from "#components/data-table/neighbour-pages.tsx";
import { Select } from "#components/ui/select.tsx";
import type { AuditPage } from "#lib/services/audit/list.ts";
import { type AuditSearch, PAGE_SIZES } from "../search-params.ts";
import type { AuditSearchState } from "./use-audit-search.ts";

export function AuditPages({ state, page }: { state: AuditSearchState; page: AuditPage }) {
	const { search, resize, toNewest, toNewer, toOlder } = state;
	const { rows, hasNewer, hasOlder } = page;
	const [first, last] = [rows[0], rows.at(-1)];
	const events = `${rows.length} ${rows.length === 1 ? "event" : "events"}`;
	return (
		<NeighbourPages
			summary={hasNewer || hasOlder ? `${events} on this page` : events}
			hasNewer={hasNewer}
			hasOlder={hasOlder}
			toNewest={toNewest}
			toNewer={() => first && toNewer(first.seq)}
			toOlder={() => last && toOlder(last.seq)}
		>
			<Select
				label="Events on a page"
				prefix="Rows"
				value={String(search.size)}
				onChange={(size) => resize(Number(size) as AuditSearch["size"])}
				options={PAGE_SIZES.map((size) => ({ value: String(size), label: String(size) }))}
				className="h-8 w-auto"
			/>
		</NeighbourPages>
	);
}
