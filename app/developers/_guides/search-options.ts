import type { SearchResult } from "minisearch";

/** A section that a search leads to. */
export type Found = { href: string; page: string; heading: string };

const RESULTS_MAX = 12;

/** How the index is made on the server, and asked there and in the browser. */
export const SEARCH_OPTIONS = {
	fields: ["heading", "page", "text"],
	storeFields: ["href", "page", "heading"],
	searchOptions: { boost: { heading: 4, page: 2 }, prefix: true, fuzzy: 0.15, combineWith: "AND" as const },
};

/** The best sections, as what they were stored as. */
export const bestOf = (results: readonly SearchResult[]): Found[] =>
	results.slice(0, RESULTS_MAX).map(({ href, page, heading }) => ({ href, page, heading }));
