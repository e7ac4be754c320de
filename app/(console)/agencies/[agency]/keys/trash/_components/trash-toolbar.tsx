"use client";

import { SearchBox } from "#components/data-table/search-box.tsx";
import { Select } from "#components/ui/select.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { TrashSearch } from "../search-params.ts";
import type { TrashSearchState } from "./use-trash-search.ts";

const ORDERS: { value: TrashSearch["order"]; label: string }[] = [
	{ value: "desc", label: "Deleted, newest first" },
	{ value: "asc", label: "Deleted, oldest first" },
];

export function TrashToolbar({ state: { search, type, sort, pending } }: { state: TrashSearchState }) {
	return (
		<div className="flex flex-wrap items-center gap-2 border-b border-line p-3 sm:px-5">
			<SearchBox label="Search by title" value={search.q} onChange={type} className="w-full sm:w-64" />
			<Select
				label="Sort"
				prefix="Sort"
				value={search.order}
				onChange={sort}
				options={ORDERS}
				className="w-auto flex-1 basis-36 sm:flex-none sm:basis-auto md:hidden"
			/>
			{pending && <Spinner className="ml-auto size-4 text-ink-muted max-sm:hidden" />}
		</div>
	);
}
