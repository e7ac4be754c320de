import { createLoader, type inferParserType, parseAsNumberLiteral, parseAsStringLiteral } from "nuqs/server";
import { FINDINGS } from "#lib/core/keys/health.ts";
import { PAGE_SIZES, parseAsPage } from "../search-params.ts";

/** The finding whose keys are shown, and the page of them. What cannot be read falls back to its default. */
export const healthSearch = {
	finding: parseAsStringLiteral(FINDINGS),
	page: parseAsPage,
	size: parseAsNumberLiteral(PAGE_SIZES).withDefault(25),
};

export type HealthSearch = inferParserType<typeof healthSearch>;

export const loadHealthSearch = createLoader(healthSearch);

export const reviewsSearch = { page: parseAsPage };

export const loadReviewsSearch = createLoader(reviewsSearch);
