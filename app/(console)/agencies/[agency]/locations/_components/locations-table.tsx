"use client";

import { type SortingState, useTable } from "@tanstack/react-table";
import { DataTable } from "#components/data-table/data-table.tsx";
import { features } from "#components/data-table/features.ts";
import { Pagination } from "#components/data-table/pagination.tsx";
import type { LocationSummary } from "#lib/core/places/location.ts";
import { useFocusKeeper } from "../../keys/_components/use-focus-keeper.ts";
import { PAGE_SIZES } from "../../keys/search-params.ts";
import type { LocationsSearch } from "../search-params.ts";
import { LOCATIONS_HEADING_ID, locationsHeading } from "./focus-targets.ts";
import { locationsColumns } from "./locations-columns.tsx";
import { NoLocationsFound, NoLocationsYet } from "./locations-empty.tsx";
import { LocationsToolbar } from "./locations-toolbar.tsx";
import { useLocationsSearch } from "./use-locations-search.ts";

type LocationsTableProps = {
	agency: string;
	page: { rows: LocationSummary[]; total: number; page: number; size: LocationsSearch["size"] };
	/** There are no locations at all; no search hides any. */
	isEmpty: boolean;
	mayChange: boolean;
};

export function LocationsTable({ agency, page, isEmpty, mayChange }: LocationsTableProps) {
	const state = useLocationsSearch();
	const { search, pending, sortBy, turnTo } = state;
	const sorting: SortingState = [{ id: search.sort, desc: search.order === "desc" }];
	const pagination = { pageIndex: page.page - 1, pageSize: page.size };

	const table = useTable({
		features,
		columns: locationsColumns(agency, mayChange),
		data: page.rows,
		rowCount: page.total,
		getRowId: (location) => location.id,
		manualSorting: true,
		manualPagination: true,
		enableSortingRemoval: false,
		enableMultiSort: false,
		sortDescFirst: false,
		state: { sorting, pagination },
		onSortingChange(update) {
			const [next] = typeof update === "function" ? update(sorting) : update;
			if (next) sortBy(next.id as LocationsSearch["sort"], next.desc ? "desc" : "asc");
		},
		onPaginationChange(update) {
			const next = typeof update === "function" ? update(pagination) : update;
			const isResized = next.pageSize !== page.size;
			turnTo(isResized ? 1 : next.pageIndex + 1, next.pageSize as LocationsSearch["size"]);
		},
	});
	const focusKeeper = useFocusKeeper(page.rows, locationsHeading);

	if (isEmpty) return <NoLocationsYet mayChange={mayChange} />;
	return (
		<div ref={focusKeeper}>
			<LocationsToolbar state={state} />
			{page.rows.length === 0 ? (
				<NoLocationsFound onClear={() => state.type("")} />
			) : (
				<>
					<DataTable table={table} labelledBy={LOCATIONS_HEADING_ID} pending={pending} />
					<Pagination table={table} pageSizes={PAGE_SIZES} noun="location" />
				</>
			)}
		</div>
	);
}
