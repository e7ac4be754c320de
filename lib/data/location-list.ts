import type { LocationSort } from "#lib/core/places/location.ts";
import { Prisma } from "#prisma/generated/client.ts";
import type { Tx } from "./client.ts";
import { escapeLike } from "./escape-like.ts";

export type LocationQuery = {
	/** In the form of `foldName`. */
	search: string;
	sort: LocationSort;
	direction: "asc" | "desc";
	/** Counted from 1. */
	page: number;
	pageSize: number;
};

export type LocationRow = {
	id: string;
	slug: string;
	name: string;
	suspendedAt: Date | null;
	createdAt: Date;
	keys: number;
	people: number;
};

const conditions = (agencyId: string, search: string) => Prisma.sql`
	l.agency_id = ${agencyId}::uuid and l.deleted_at is null
	and lower(normalize(l.name, NFKC)) like ${`%${escapeLike(search)}%`}`;

const SORTS: Record<LocationSort, Prisma.Sql> = {
	name: Prisma.sql`lower(l.name)`,
	status: Prisma.sql`l.suspended_at is not null`,
	keys: Prisma.sql`keys`,
	people: Prisma.sql`people`,
	created: Prisma.sql`l.created_at`,
};

/** How many locations a search matches on all its pages. */
export async function countMatchingLocations(tx: Tx, agencyId: string, search: string) {
	const [row] = await tx.$queryRaw<{ total: bigint }[]>`
		select count(*) as total from locations l where ${conditions(agencyId, search)}`;
	return Number(row?.total ?? 0n);
}

/** One page of the agency's locations, with how many keys and people each has. */
export function listLocationRows(tx: Tx, agencyId: string, query: LocationQuery) {
	const direction = query.direction === "desc" ? Prisma.sql`desc` : Prisma.sql`asc`;
	return tx.$queryRaw<LocationRow[]>`
		with counted as (
			select k.location_id, count(*) as keys from api_keys k
			where k.agency_id = ${agencyId}::uuid and k.at_location and k.deleted_at is null group by k.location_id
		), peopled as (
			select m.location_id, count(*) as people from location_members m
			where m.agency_id = ${agencyId}::uuid group by m.location_id
		)
		select l.id, l.slug, l.name, l.suspended_at as "suspendedAt", l.created_at as "createdAt",
			l.keys::int as keys, l.people::int as people
		from (
			select l.*, coalesce(c.keys, 0) as keys, coalesce(p.people, 0) as people from locations l
			left join counted c on c.location_id = l.id
			left join peopled p on p.location_id = l.id
			where ${conditions(agencyId, query.search)}
		) l
		order by ${SORTS[query.sort]} ${direction}, l.id ${direction}
		limit ${query.pageSize} offset ${(query.page - 1) * query.pageSize}`;
}
