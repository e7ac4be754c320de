import { createLoader, type inferParserType, parseAsNumberLiteral, parseAsStringLiteral } from "nuqs/server";
import { LOCATION_SORTS } from "#lib/core/places/location.ts";
import type { LocationQuery } from "#lib/services/locations/list.ts";
import { PAGE_SIZES, parseAsPage, parseAsSearch } from "../keys/search-params.ts";

/** The state of the locations table, in the address. What cannot be read falls back to its default. */
export const locationsSearch = {
	q: parseAsSearch,
	sort: parseAsStringLiteral(LOCATION_SORTS).withDefault("name"),
	order: parseAsStringLiteral(["asc", "desc"]).withDefault("asc"),
	page: parseAsPage,
	size: parseAsNumberLiteral(PAGE_SIZES).withDefault(25),
};

export type LocationsSearch = inferParserType<typeof locationsSearch>;

export const loadLocationsSearch = createLoader(locationsSearch);

export const toLocationQuery = ({ q, sort, order, page, size }: LocationsSearch): LocationQuery => ({
	search: q,
	sort,
	direction: order,
	page,
	pageSize: size,
});
