import { createLoader, createSerializer, parseAsStringLiteral } from "nuqs/server";
import { USAGE_PERIOD_NAMES } from "#lib/core/usage-periods.ts";

/** What the overview shows, in the address. What cannot be read falls back to its default. */
export const overviewSearch = { period: parseAsStringLiteral(USAGE_PERIOD_NAMES).withDefault("24h") };

export const loadOverviewSearch = createLoader(overviewSearch);

export const overviewAddress = createSerializer(overviewSearch);
