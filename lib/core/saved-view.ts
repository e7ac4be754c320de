import { multiLine, singleLine } from "./text.ts";

/** How many views a person keeps at one place. */
export const VIEWS_MAX = 50;
const SEARCH_MAX = 2_000;

export const ViewName = singleLine(60, "The name");

/** The part of an address that follows the question mark. */
export const ViewSearch = multiLine(SEARCH_MAX, "The search").transform((text) =>
	new URLSearchParams(text).toString(),
);
