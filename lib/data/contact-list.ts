import type { ContactSort, TagCount } from "#lib/core/crm/contacts.ts";
import { Prisma } from "#prisma/generated/client.ts";
import type { Tx } from "./client.ts";
import { findContacts } from "./contacts.ts";
import { escapeLike } from "./escape-like.ts";

type Filter = {
	locationId: string;
	/** In the form of `foldName`. */
	search: string;
	tag: string | null;
};

export type ContactQuery = Filter & {
	sort: ContactSort;
	direction: "asc" | "desc";
	/** Counted from 1. */
	page: number;
	pageSize: number;
};

export type ContactsAfter = Filter & {
	limit: number;
	/** The last contact that was read, and when it was made; only newer ones came before. Null for the first page. */
	after: { id: string; at: Date | null } | null;
};

/** What search reads: names, address and number, whose digits may be written with gaps. */
function matches(search: string) {
	const like = `%${escapeLike(search)}%`;
	const digits = search.replace(/[\s().\-/]/g, "");
	const isNumber = /^\+?\d{3,}$/.test(digits);
	return Prisma.sql`(c.search_text like ${like}
		or ${isNumber} and c.phone like ${`%${escapeLike(digits.replace(/^\+|^0+/, ""))}%`})`;
}

function conditions(agencyId: string, { locationId, search, tag }: Filter) {
	const all = [
		Prisma.sql`c.agency_id = ${agencyId}::uuid`,
		Prisma.sql`c.location_id = ${locationId}::uuid`,
		...(search === "" ? [] : [matches(search)]),
		...(tag === null ? [] : [Prisma.sql`${tag} = any(c.tags)`]),
	];
	return Prisma.join(all, " and ");
}

/** The nameless come after all others. */
const SORTS: Record<ContactSort, Prisma.Sql> = {
	name: Prisma.sql`lower(coalesce(nullif(concat_ws(' ', c.first_name, c.last_name), ''), c.company_name, c.email,
		c.phone, chr(1114111)))`,
	email: Prisma.sql`coalesce(c.email_folded, chr(1114111))`,
	created: Prisma.sql`c.created_at`,
	updated: Prisma.sql`c.updated_at`,
};

/** How many contacts a query matches on all its pages. */
export async function countContacts(tx: Tx, agencyId: string, filter: Filter) {
	const [row] = await tx.$queryRaw<{ total: bigint }[]>`
		select count(*) as total from contacts c where ${conditions(agencyId, filter)}`;
	return Number(row?.total ?? 0n);
}

/** One page of a location's contacts. */
export async function listContactRows(tx: Tx, agencyId: string, query: ContactQuery) {
	const direction = query.direction === "desc" ? Prisma.sql`desc` : Prisma.sql`asc`;
	const ids = await tx.$queryRaw<{ id: string }[]>`
		select c.id from contacts c where ${conditions(agencyId, query)}
		order by ${SORTS[query.sort]} ${direction}, c.id ${direction}
		limit ${query.pageSize} offset ${(query.page - 1) * query.pageSize}`;
	return findContacts(tx, agencyId, ids);
}

/** The newest contacts that come after one, each once however many are made meanwhile. */
export async function listContactRowsAfter(
	tx: Tx,
	agencyId: string,
	{ after, limit, ...filter }: ContactsAfter,
) {
	const beyond = after
		? Prisma.sql`and (c.created_at, c.id) < (coalesce(${after.at}::timestamptz, (
				select a.created_at from contacts a where a.agency_id = ${agencyId}::uuid
					and a.location_id = ${filter.locationId}::uuid and a.id = ${after.id}::uuid
			)), ${after.id}::uuid)`
		: Prisma.empty;
	const ids = await tx.$queryRaw<{ id: string }[]>`
		select c.id from contacts c where ${conditions(agencyId, filter)} ${beyond}
		order by c.created_at desc, c.id desc limit ${limit}`;
	return findContacts(tx, agencyId, ids);
}

const TAGS_SHOWN = 200;

/** The tags that a location's contacts have, the most used first. */
export async function listTagCounts(tx: Tx, agencyId: string, locationId: string): Promise<TagCount[]> {
	return tx.$queryRaw<TagCount[]>`
		select t.tag, count(*)::int as contacts from contacts c, unnest(c.tags) as t(tag)
		where c.agency_id = ${agencyId}::uuid and c.location_id = ${locationId}::uuid
		group by t.tag order by count(*) desc, t.tag limit ${TAGS_SHOWN}`;
}
