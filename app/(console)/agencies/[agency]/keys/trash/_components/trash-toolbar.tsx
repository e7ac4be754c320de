"use client";

import { useTranslations } from "use-intl/react";
import { SearchBox } from "#components/data-table/search-box.tsx";
import { SortSelect } from "#components/data-table/sort-select.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { TrashSearchState } from "./use-trash-search.ts";

const ORDERS = [
	{ value: "deleted.desc", name: "newest" },
	{ value: "deleted.asc", name: "oldest" },
] as const;

export function TrashToolbar({ state: { search, type, sort, pending } }: { state: TrashSearchState }) {
	const t = useTranslations("trash");
	return (
		<div className="flex flex-wrap items-center gap-2 border-b border-line p-3 sm:px-5">
			<SearchBox label={t("search")} value={search.q} onChange={type} className="w-full sm:w-64" />
			<SortSelect
				sort="deleted"
				order={search.order}
				onChange={(_, order) => sort(order)}
				options={ORDERS.map(({ value, name }) => ({ value, label: t(name) }))}
			/>
			{pending && <Spinner className="ms-auto size-4 text-ink-muted max-sm:hidden" />}
		</div>
	);
}
