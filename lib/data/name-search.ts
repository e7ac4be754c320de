import type { Found, FoundKind } from "#lib/core/found.ts";
import { Prisma } from "#prisma/generated/client.ts";
import type { Tx } from "./client.ts";
import { escapeLike } from "./escape-like.ts";

export type NameSearch = {
	/** In the form of `foldName`. */
	search: string;
	/** Narrows to what belongs to this location; null for the whole agency. */
	locationId: string | null;
	max: number;
};

type Find = (tx: Tx, agencyId: string, query: NameSearch) => Promise<Omit<Found, "kind">[]>;

const like = (search: string) => `%${escapeLike(search)}%`;
/** Names that begin with the search come before those that have it further on. */
const startsLike = (search: string) => `${escapeLike(search)}%`;

/** Some of those that match may belong to a deleted location, and fall out. */
const CANDIDATES_MAX = 50;

/** By code points in any database, so that the index api_keys_by_title leads to those that begin with a text. */
const title = Prisma.sql`k.title_folded collate "C"`;

const findKeys: Find = async (tx, agencyId, query) => {
	const starts = Prisma.sql`(${title} >= ${query.search} and ${title} < ${`${query.search}\u{10ffff}`})`;
	const first = await keysThat(tx, agencyId, query, starts);
	const max = query.max - first.length;
	if (max === 0) return first;
	const contains = Prisma.sql`k.title_folded like ${like(query.search)} and not ${starts}`;
	return [...first, ...(await keysThat(tx, agencyId, { ...query, max }, contains))];
};

/** The candidates are read from an index alone, level by level, and only they from the table. */
function keysThat(tx: Tx, agencyId: string, { locationId, max }: NameSearch, match: Prisma.Sql) {
	const at = (place: Prisma.Sql) => Prisma.sql`(select k.id, k.title_folded from api_keys k
		where k.agency_id = ${agencyId}::uuid and k.deleted_at is null and ${place} and ${match}
		order by ${title}, k.id limit ${CANDIDATES_MAX})`;
	const places =
		locationId === null
			? [Prisma.sql`k.at_location = false`, Prisma.sql`k.at_location = true`]
			: [Prisma.sql`k.at_location = true and k.location_id = ${locationId}::uuid`];
	return tx.$queryRaw<Omit<Found, "kind">[]>`
		with found as materialized (${Prisma.join(places.map(at), " union all ")})
		select k.id, k.title as name, coalesce(l.name, '') as detail, l.slug as "locationSlug" from found f
		join api_keys k on k.agency_id = ${agencyId}::uuid and k.id = f.id
		left join locations l on l.agency_id = k.agency_id and l.id = k.location_id
		where k.location_id is null or l.deleted_at is null
		order by f.title_folded collate "C", k.id limit ${max}`;
}

/** At a location: its own people and the agency's, who reach it. */
const findPeople: Find = (tx, agencyId, { search, locationId, max }) =>
	tx.$queryRaw`
		select u.id, u.name, u.email as detail, null as "locationSlug" from users u
		where u.id in (
			select m.user_id from agency_members m where m.agency_id = ${agencyId}::uuid
			union
			select m.user_id from location_members m
			join locations l on l.agency_id = m.agency_id and l.id = m.location_id and l.deleted_at is null
			where m.agency_id = ${agencyId}::uuid
				${locationId === null ? Prisma.empty : Prisma.sql`and m.location_id = ${locationId}::uuid`}
		) and (lower(normalize(u.name, NFKC)) like ${like(search)} or u.email like ${like(search)})
		order by lower(normalize(u.name, NFKC)) like ${startsLike(search)} desc, lower(u.name), u.id limit ${max}`;

const findContacts: Find = (tx, agencyId, { search, locationId, max }) =>
	tx.$queryRaw`
		select c.id, n.name, case when c.email is distinct from n.name then coalesce(c.email, '') else '' end as detail,
			null as "locationSlug"
		from contacts c
		cross join lateral (select coalesce(nullif(concat_ws(' ', c.first_name, c.last_name), ''), c.company_name, c.email,
			c.phone, '') as name) n
		where c.agency_id = ${agencyId}::uuid and c.location_id = ${locationId}::uuid and c.search_text like ${like(search)}
		order by lower(n.name) like ${startsLike(search)} desc, lower(n.name), c.id limit ${max}`;

const findNamed =
	(table: Prisma.Sql): Find =>
	(tx, agencyId, { search, locationId, max }) =>
		tx.$queryRaw`
			select t.id, t.name, '' as detail, null as "locationSlug" from ${table} t
			where t.agency_id = ${agencyId}::uuid and t.location_id = ${locationId}::uuid
				and lower(normalize(t.name, NFKC)) like ${like(search)}
			order by lower(normalize(t.name, NFKC)) like ${startsLike(search)} desc, t.name, t.id limit ${max}`;

const FINDERS: Record<FoundKind, Find> = {
	key: findKeys,
	person: findPeople,
	contact: findContacts,
	form: findNamed(Prisma.sql`forms`),
	link: findNamed(Prisma.sql`trigger_links`),
	workflow: findNamed(Prisma.sql`workflows`),
};

/** Some things of one kind whose name contains a text. */
export async function findNames(tx: Tx, agencyId: string, kind: FoundKind, query: NameSearch) {
	const rows = await FINDERS[kind](tx, agencyId, query);
	return rows.map((row): Found => ({ kind, ...row }));
}
