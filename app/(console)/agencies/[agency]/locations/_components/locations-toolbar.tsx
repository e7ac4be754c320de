"use client";

import { SearchBox } from "#components/data-table/search-box.tsx";
import { Select } from "#components/ui/select.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { LocationsSearch } from "../search-params.ts";
import type { LocationsSearchState } from "./use-locations-search.ts";

type Choice = `${LocationsSearch["sort"]}.${LocationsSearch["order"]}`;

const SORTS: { value: Choice; label: string }[] = [
	{ value: "name.asc", label: "Name, A to Z" },
	{ value: "name.desc", label: "Name, Z to A" },
	{ value: "status.asc", label: "Status, Open first" },
	{ value: "status.desc", label: "Status, Suspended first" },
	{ value: "keys.desc", label: "API keys, most first" },
	{ value: "keys.asc", label: "API keys, fewest first" },
	{ value: "people.desc", label: "People, most first" },
	{ value: "people.asc", label: "People, fewest first" },
	{ value: "created.desc", label: "Created, newest first" },
	{ value: "created.asc", label: "Created, oldest first" },
];

export function LocationsToolbar({ state }: { state: LocationsSearchState }) {
	const { search, type, sortBy, pending } = state;
	return (
		<div className="flex flex-wrap items-center gap-2 border-b border-line p-3 sm:px-5">
			<SearchBox label="Search by name" value={search.q} onChange={type} className="w-full sm:w-64" />
			<Select<Choice>
				label="Sort"
				prefix="Sort"
				value={`${search.sort}.${search.order}`}
				onChange={(choice) => {
					const [sort, order] = choice.split(".") as [LocationsSearch["sort"], LocationsSearch["order"]];
					sortBy(sort, order);
				}}
				options={SORTS}
				className="w-auto flex-1 basis-36 sm:flex-none sm:basis-auto md:hidden"
			/>
			{pending && <Spinner className="ml-auto size-4 text-ink-muted max-sm:hidden" />}
		</div>
	);
}
