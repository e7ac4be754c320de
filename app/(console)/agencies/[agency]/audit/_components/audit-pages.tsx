"use client";

import { useTranslations } from "use-intl/react";
import { NeighbourPages } from "#components/data-table/neighbour-pages.tsx";
import { FilterSelect } from "#components/ui/filter-select.tsx";
import type { AuditPage } from "#lib/services/audit/list.ts";
import { type AuditSearch, PAGE_SIZES } from "../search-params.ts";
import type { AuditSearchState } from "./use-audit-search.ts";

export function AuditPages({ state, page }: { state: AuditSearchState; page: AuditPage }) {
	const [t, table] = [useTranslations("audit"), useTranslations("table")];
	const { search, resize, toNewest, toNewer, toOlder } = state;
	const { rows, hasNewer, hasOlder } = page;
	const [first, last] = [rows[0], rows.at(-1)];
	return (
		<NeighbourPages
			summary={t(hasNewer || hasOlder ? "onPage" : "count", { count: rows.length })}
			hasNewer={hasNewer}
			hasOlder={hasOlder}
			toNewest={toNewest}
			toNewer={() => first && toNewer(first.seq)}
			toOlder={() => last && toOlder(last.seq)}
		>
			<FilterSelect
				label={t("pageSize")}
				prefix={table("rowsPrefix")}
				value={String(search.size)}
				onChange={(size) => resize(Number(size) as AuditSearch["size"])}
				options={PAGE_SIZES.map((size) => ({ value: String(size), label: String(size) }))}
				className="h-8 w-auto"
			/>
		</NeighbourPages>
	);
}
