import {
	createParser,
	type inferParserType,
	parseAsNumberLiteral,
	parseAsString,
	parseAsStringLiteral,
} from "nuqs/server";
import { ATTENTIONS } from "#lib/core/keys/attention.ts";
import { KEY_ROLES, KEY_SORTS, KEY_STATUSES } from "#lib/core/keys/key.ts";

const SEARCH_MAX = 80;
const PAGE_MAX = 1_000_000;

export const PAGE_SIZES = [10, 25, 50, 100] as const;

export const parseAsSearch = createParser({
	parse: (text) => text.replace(/\p{Cc}/gu, " ").slice(0, SEARCH_MAX),
	serialize: (text) => text,
}).withDefault("");

export const parseAsPage = createParser({
	parse: (text) => (/^[1-9]\d{0,6}$/.test(text) ? Math.min(Number(text), PAGE_MAX) : null),
	serialize: String,
}).withDefault(1);

const parseAsLabel = createParser({
	parse: (text) => parseAsSearch.parse(text)?.trim() || null,
	serialize: (text) => text,
});

/** The state of the keys table, in the address. What cannot be read falls back to its default. */
export const keysSearch = {
	q: parseAsSearch,
	status: parseAsStringLiteral(KEY_STATUSES),
	role: parseAsStringLiteral(KEY_ROLES),
	location: parseAsString,
	attention: parseAsStringLiteral(ATTENTIONS),
	label: parseAsLabel,
	sort: parseAsStringLiteral(KEY_SORTS).withDefault("created"),
	order: parseAsStringLiteral(["asc", "desc"]).withDefault("desc"),
	page: parseAsPage,
	size: parseAsNumberLiteral(PAGE_SIZES).withDefault(25),
};

export type KeysSearch = inferParserType<typeof keysSearch>;

export const isFiltered = (search: KeysSearch) =>
	search.q.trim() !== "" ||
	search.status !== null ||
	search.role !== null ||
	search.location !== null ||
	search.label !== null ||
	search.attention !== null;
