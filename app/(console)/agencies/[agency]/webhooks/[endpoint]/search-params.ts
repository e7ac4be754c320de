import { createLoader, type inferParserType, parseAsNumberLiteral, parseAsStringLiteral } from "nuqs/server";
import { parseAsId } from "#components/data-table/parse-as-id.ts";
import { DELIVERY_STATES, LOGGED_EVENTS } from "#lib/core/webhook-log.ts";
import type { DeliveryQuery } from "#lib/services/webhooks/list-deliveries.ts";
import { PAGE_SIZES, parseAsPage } from "../../keys/search-params.ts";

/** The state of a webhook's log, in the address. What cannot be read falls back to its default. */
export const logSearch = {
	state: parseAsStringLiteral(DELIVERY_STATES),
	event: parseAsStringLiteral(LOGGED_EVENTS),
	page: parseAsPage,
	size: parseAsNumberLiteral(PAGE_SIZES).withDefault(25),
	/** The delivery that is open. */
	delivery: parseAsId,
};

export type LogSearch = inferParserType<typeof logSearch>;

export const loadLogSearch = createLoader(logSearch);

export const isFiltered = ({ state, event }: LogSearch) => state !== null || event !== null;

export const toDeliveryQuery = (
	{ state, event, page, size }: LogSearch,
	endpointId: string,
): DeliveryQuery => ({ endpointId, state, type: event, page, pageSize: size });
