import { createLoader, type inferParserType, parseAsNumberLiteral } from "nuqs/server";
import { PAGE_SIZES, parseAsPage, parseAsSearch } from "../../../keys/search-params.ts";

/** The state of the forms table, and of a form's submissions, in the address. What cannot be read falls back. */
export const formsSearch = {
	q: parseAsSearch,
	page: parseAsPage,
	size: parseAsNumberLiteral(PAGE_SIZES).withDefault(25),
};

export type FormsSearch = inferParserType<typeof formsSearch>;

export const loadFormsSearch = createLoader(formsSearch);
