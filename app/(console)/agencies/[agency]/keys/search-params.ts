import {
	createLoader,
	createParser,
	createSerializer,
	type inferParserType,
	parseAsArrayOf,
	parseAsNumberLiteral,
	parseAsString,
	parseAsStringLiteral,
} from "nuqs/server";
import { ATTENTIONS } from "#lib/core/keys/attention.ts";
import { DENIAL_PERIOD_NAMES } from "#lib/core/keys/denials.ts";
import { KEY_ROLES, KEY_SORTS, KEY_STATUSES, type KeyLevel } from "#lib/core/keys/key.ts";
import { TRIED_ENTRANCES } from "#lib/core/keys/tried-use.ts";
import { KEY_USAGE_PERIOD_NAMES } from "#lib/core/keys/usage-steps.ts";
import { SCOPES } from "#lib/core/scopes.ts";
import { USAGE_VERDICTS } from "#lib/core/usage-periods.ts";
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

const wholeSearch = {
	...keysSearch,
	tab: parseAsStringLiteral(["agency", "location"]).withDefault("agency"),
};

export const loadKeysSearch = createLoader(wholeSearch);

/** The address of a list of keys: of its path, narrowed. */
export const keysAddress = createSerializer(wholeSearch);

/** The beginning of an hour, as the charts write it. */
const parseAsHour = createParser({
	parse: (text) => (/^20\d\d-\d\d-\d\dT\d\d:00:00\.000Z$/.test(text) ? dateOf(text) : null),
	serialize: (hour: Date) => hour.toISOString(),
});

function dateOf(text: string) {
	const date = new Date(text);
	return Number.isNaN(date.getTime()) ? null : date;
}

export const REFUSED_VERDICTS = USAGE_VERDICTS.filter((verdict) => verdict !== "VALID");

export const KEY_VIEWS = ["overview", "usage", "scopes", "refusals", "try"] as const;
export type KeyView = (typeof KEY_VIEWS)[number];

/** The state of one key's page: which part of it is shown, over which time, which refusals are listed, and the use that is tried. */
export const keySearch = {
	view: parseAsStringLiteral(KEY_VIEWS).withDefault("overview"),
	usage: parseAsStringLiteral(KEY_USAGE_PERIOD_NAMES).withDefault("48h"),
	addresses: parseAsStringLiteral(["all"]),
	refusals: parseAsStringLiteral(DENIAL_PERIOD_NAMES).withDefault("24h"),
	why: parseAsStringLiteral(REFUSED_VERDICTS),
	since: parseAsHour,
	until: parseAsHour,
	entrance: parseAsStringLiteral(TRIED_ENTRANCES),
	scopes: parseAsArrayOf(parseAsStringLiteral(SCOPES)).withDefault([]),
	at: parseAsString,
	from: parseAsSearch,
};

export type KeySearch = inferParserType<typeof keySearch>;

export const loadKeySearch = createLoader(keySearch);

export const isFiltered = (search: KeysSearch) =>
	search.q.trim() !== "" ||
	search.status !== null ||
	search.role !== null ||
	search.location !== null ||
	search.label !== null ||
	search.attention !== null;

type AgencySearch = KeysSearch & { tab: "agency" | "location" };

/** No location has this id. */
const NOWHERE = "00000000-0000-0000-0000-000000000000";

/** What an address of the Agency View asks for. A location that is gone has no keys: those of the others are not meant. */
export function agencyKeyQuery(
	{ tab, ...search }: AgencySearch,
	locations: readonly { id: string; slug: string }[],
): KeyQuery {
	if (tab === "agency") return toKeyQuery(search, "AGENCY", undefined);
	if (search.location === null) return toKeyQuery(search, "LOCATION", undefined);
	const location = locations.find(({ slug }) => slug === search.location);
	return toKeyQuery(search, "LOCATION", location?.id ?? NOWHERE);
}

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
	attention: search.attention ?? undefined,
	label: search.label ?? undefined,
	sort: search.sort,
	direction: search.order,
	page: search.page,
	pageSize: search.size,
});
