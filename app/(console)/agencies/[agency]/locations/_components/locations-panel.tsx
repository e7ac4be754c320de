import { type LocationQuery, listLocations } from "#lib/services/locations/list.ts";
import type { LocationsSearch } from "../search-params.ts";
import { LocationsTable } from "./locations-table.tsx";

type LocationsPanelProps = {
	ctx: Parameters<typeof listLocations>[0];
	agency: string;
	query: LocationQuery;
	mayChange: boolean;
};

/** Reads a page of locations. An address may name a page that is gone by now: it shows the last one that there is. */
export async function LocationsPanel({ ctx, agency, query, mayChange }: LocationsPanelProps) {
	let shown = query;
	let list = await listLocations(ctx, query);
	if (list.rows.length === 0 && list.total > 0) {
		shown = { ...query, page: Math.ceil(list.total / query.pageSize) };
		list = await listLocations(ctx, shown);
	}
	return (
		<LocationsTable
			agency={agency}
			page={{ ...list, page: shown.page, size: query.pageSize as LocationsSearch["size"] }}
			isEmpty={list.total === 0 && query.search.trim() === ""}
			mayChange={mayChange}
		/>
	);
}
