import {
	createLoader,
	createParser,
	createSerializer,
	type inferParserType,
	parseAsNumberLiteral,
	parseAsString,
	parseAsStringLiteral,
} from "nuqs/server";
import { parseAsId } from "#components/data-table/parse-as-id.ts";
import { AUDIT_GROUP_NAMES } from "#lib/core/audit-groups.ts";
import type { AuditFilters } from "#lib/services/audit/list.ts";

const SEARCH_MAX = 80;
const DAY_MS = 86_400_000;

export const PAGE_SIZES = [25, 50, 100] as const;

/** Cut between characters: half of one cannot be stored, and exports are recorded with what was searched for. */
const parseAsSearch = createParser({
	parse: (text) => [...text.toWellFormed().replace(/\p{Cc}/gu, " ")].slice(0, SEARCH_MAX).join(""),
	serialize: (text) => text,
}).withDefault("");

/** A day as date fields write it; the log counts days in UTC. */
const parseAsDay = createParser({
	parse: (text) =>
		/^[1-9]\d{3}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00Z`)) ? text : null,
	serialize: (day) => day,
});

const parseAsSeq = createParser({
	parse: (text) => (/^[1-9]\d{0,17}$/.test(text) ? text : null),
	serialize: (seq) => seq,
});

const auditFilters = {
	q: parseAsSearch,
	group: parseAsStringLiteral(AUDIT_GROUP_NAMES),
	actor: parseAsId,
	location: parseAsString,
	from: parseAsDay,
	to: parseAsDay,
};

/** The state of the audit log's table, in the address. What cannot be read falls back to its default. */
export const auditSearch = {
	...auditFilters,
	before: parseAsSeq,
	after: parseAsSeq,
	size: parseAsNumberLiteral(PAGE_SIZES).withDefault(25),
};

export type AuditSearch = inferParserType<typeof auditSearch>;

export const loadAuditSearch = createLoader(auditSearch);

/** The part of the address that decides what is listed, and so what is exported. */
export const auditFiltersText = createSerializer(auditFilters);

export const isFiltered = ({ q, group, actor, location, from, to }: AuditSearch) =>
	q.trim() !== "" || [group, actor, location, from, to].some((filter) => filter !== null);

type Place = { id: string; slug: string };

/** What the address asks of the log. A location that is not the reader's narrows to nothing that they could not see. */
export const toAuditFilters = (
	search: AuditSearch,
	place: Place | null,
	locations: readonly Place[],
): AuditFilters => ({
	placeId: place?.id ?? null,
	search: search.q,
	group: search.group,
	actorId: search.actor,
	locationId: locations.find(({ slug }) => slug === search.location)?.id ?? null,
	from: search.from === null ? null : new Date(`${search.from}T00:00Z`),
	to: search.to === null ? null : new Date(Date.parse(`${search.to}T00:00Z`) + DAY_MS),
});

export function cursorOf({ before, after }: AuditSearch) {
	if (before !== null) return { olderThan: BigInt(before) };
	return after === null ? null : { newerThan: BigInt(after) };
}
