import { createLoader, type inferParserType, parseAsNumberLiteral } from "nuqs/server";
import { PAGE_SIZES, parseAsPage } from "../../../../keys/search-params.ts";

/** The state of a link's log, in the address. What cannot be read falls back to its default. */
export const clicksSearch = {
	page: parseAsPage,
	size: parseAsNumberLiteral(PAGE_SIZES).withDefault(25),
};

export type ClicksSearch = inferParserType<typeof clicksSearch>;

export const loadClicksSearch = createLoader(clicksSearch);
