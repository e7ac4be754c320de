"use client";

import { useTranslations } from "use-intl/react";
import { SearchBox } from "#components/data-table/search-box.tsx";
import { SortSelect } from "#components/data-table/sort-select.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { LocationsSearch } from "../search-params.ts";
import type { LocationsSearchState } from "./use-locations-search.ts";

type Choice = `${LocationsSearch["sort"]}.${LocationsSearch["order"]}`;

const SORTS = {
	"name.asc": "nameAsc",
	"name.desc": "nameDesc",
	"status.asc": "statusAsc",
	"status.desc": "statusDesc",
	"keys.desc": "keysDesc",
	"keys.asc": "keysAsc",
	"people.desc": "peopleDesc",
	"people.asc": "peopleAsc",
	"created.desc": "createdDesc",
	"created.asc": "createdAsc",
} as const satisfies Record<Choice, string>;

const CHOICES = Object.keys(SORTS) as Choice[];

export function LocationsToolbar({ state }: { state: LocationsSearchState }) {
	const t = useTranslations("locations");
	const { search, type, sortBy, pending } = state;
	return (
		<div className="flex flex-wrap items-center gap-2 border-b border-line p-3 sm:px-5">
			<SearchBox label={t("search")} value={search.q} onChange={type} className="w-full sm:w-64" />
			<SortSelect
				sort={search.sort}
				order={search.order}
				onChange={sortBy}
				options={CHOICES.map((value) => ({ value, label: t(`sorts.${SORTS[value]}`) }))}
			/>
			{pending && <Spinner className="ms-auto size-4 text-ink-muted max-sm:hidden" />}
		</div>
	);
}
