import { createLoader, type inferParserType, parseAsNumberLiteral } from "nuqs/server";
import { PAGE_SIZES, parseAsPage, parseAsSearch } from "../../../keys/search-params.ts";

/** The state of the links table, in the address. What cannot be read falls back to its default. */
export const linksSearch = {
	q: parseAsSearch,
	page: parseAsPage,
	size: parseAsNumberLiteral(PAGE_SIZES).withDefault(25),
};

export type LinksSearch = inferParserType<typeof linksSearch>;

export const loadLinksSearch = createLoader(linksSearch);
