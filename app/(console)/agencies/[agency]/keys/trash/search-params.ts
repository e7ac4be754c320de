import { createLoader, type inferParserType, parseAsNumberLiteral, parseAsStringLiteral } from "nuqs/server";
import type { KeyLevel } from "#lib/core/keys/key.ts";
import type { TrashQuery } from "#lib/services/keys/list-trash.ts";
import { PAGE_SIZES, parseAsPage, parseAsSearch } from "../search-params.ts";

/** The state of the trash's table, in the address. What cannot be read falls back to its default. */
export const trashSearch = {
	q: parseAsSearch,
	order: parseAsStringLiteral(["asc", "desc"]).withDefault("desc"),
	page: parseAsPage,
	size: parseAsNumberLiteral(PAGE_SIZES).withDefault(25),
};

export type TrashSearch = inferParserType<typeof trashSearch>;

export const loadTrashSearch = createLoader({
	...trashSearch,
	tab: parseAsStringLiteral(["agency", "location"]).withDefault("agency"),
});

export const toTrashQuery = (
	{ q, order, page, size }: TrashSearch,
	level: KeyLevel,
	locationId?: string,
): TrashQuery => ({ level, locationId, search: q, direction: order, page, pageSize: size });
