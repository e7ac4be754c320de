import {
	createLoader,
	createParser,
	type inferParserType,
	parseAsArrayOf,
	parseAsString,
	parseAsStringLiteral,
} from "nuqs/server";
import { DENIAL_PERIOD_NAMES } from "#lib/core/keys/denials.ts";
import { TRIED_ENTRANCES } from "#lib/core/keys/tried-use.ts";
import { KEY_USAGE_PERIOD_NAMES } from "#lib/core/keys/usage-steps.ts";
import { SCOPES } from "#lib/core/scopes.ts";
import { USAGE_VERDICTS } from "#lib/core/usage-periods.ts";
import { parseAsSearch } from "../search-params.ts";

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
