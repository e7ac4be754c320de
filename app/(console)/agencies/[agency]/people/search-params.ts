import { createLoader, type inferParserType, parseAsNumberLiteral } from "nuqs/server";
import { parseAsPage, parseAsSearch } from "../keys/search-params.ts";

export const PEOPLE_PAGE_SIZES = [25, 50, 100] as const;

/** The state of the list of people, in the address. */
export const peopleSearch = {
	q: parseAsSearch,
	page: parseAsPage,
	size: parseAsNumberLiteral(PEOPLE_PAGE_SIZES).withDefault(25),
};

export type PeopleSearch = inferParserType<typeof peopleSearch>;

export const loadPeopleSearch = createLoader(peopleSearch);
