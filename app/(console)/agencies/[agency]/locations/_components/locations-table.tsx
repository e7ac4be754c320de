"use client";

import { useTranslations } from "use-intl/react";
import { DataTable } from "#components/data-table/data-table.tsx";
import { Pagination } from "#components/data-table/pagination.tsx";
import { type TablePage, useServerTable } from "#components/data-table/use-server-table.ts";
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
	page: TablePage<LocationSummary, LocationsSearch["size"]>;
	/** There are no locations at all; no search hides any. */
	isEmpty: boolean;
	mayChange: boolean;
};

export function LocationsTable({ agency, page, isEmpty, mayChange }: LocationsTableProps) {
	const t = useTranslations("locations");
	const state = useLocationsSearch();
	const { search, pending, sortBy, turnTo } = state;
	const table = useServerTable({
		columns: locationsColumns(t, agency, mayChange),
		page,
		sorting: { sort: search.sort, order: search.order, sortBy },
		turnTo,
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
