import {
	createLoader,
	createParser,
	type inferParserType,
	parseAsNumberLiteral,
	parseAsString,
	parseAsStringLiteral,
} from "nuqs/server";
import { DENIAL_PERIOD_NAMES } from "#lib/core/keys/denials.ts";
import { KEY_ROLES, KEY_SORTS, KEY_STATUSES, type KeyLevel } from "#lib/core/keys/key.ts";
import type { KeyQuery } from "#lib/services/keys/list.ts";

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

/** The state of the keys table, in the address. What cannot be read falls back to its default. */
export const keysSearch = {
	q: parseAsSearch,
	status: parseAsStringLiteral(KEY_STATUSES),
	role: parseAsStringLiteral(KEY_ROLES),
	location: parseAsString,
	sort: parseAsStringLiteral(KEY_SORTS).withDefault("created"),
	order: parseAsStringLiteral(["asc", "desc"]).withDefault("desc"),
	page: parseAsPage,
	size: parseAsNumberLiteral(PAGE_SIZES).withDefault(25),
};

export type KeysSearch = inferParserType<typeof keysSearch>;

export const loadKeysSearch = createLoader({
	...keysSearch,
	tab: parseAsStringLiteral(["agency", "location"]).withDefault("agency"),
});

/** What a key's page shows of its refusals. */
export const loadKeySearch = createLoader({
	refusals: parseAsStringLiteral(DENIAL_PERIOD_NAMES).withDefault("24h"),
});

export const isFiltered = (search: KeysSearch) =>
	search.q.trim() !== "" || search.status !== null || search.role !== null || search.location !== null;

/** What the address asks of the database. `locationId` narrows to one location. */
export const toKeyQuery = (
	search: KeysSearch,
	level: KeyLevel,
	locationId: string | undefined,
): KeyQuery => ({
	level,
	locationId,
	search: search.q,
	status: search.status ?? undefined,
	role: search.role ?? undefined,
	sort: search.sort,
	direction: search.order,
	page: search.page,
	pageSize: search.size,
});
