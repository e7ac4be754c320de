import type { DeletedBecause, KeyLevel } from "#lib/core/keys/key.ts";
import { Prisma } from "#prisma/generated/client.ts";
import type { Tx } from "./client.ts";
import { escapeLike } from "./escape-like.ts";
import { isLocationNotGone } from "./key-list.ts";

export type TrashQuery = {
	level: KeyLevel;
	locationId?: string | undefined;
	search?: string | undefined;
	/** By the moment of deletion. */
	direction: "asc" | "desc";
	/** Counted from 1. */
	page: number;
	pageSize: number;
};

export type TrashRow = {
	id: string;
	level: KeyLevel;
	locationName: string | null;
	title: string;
	secretPrefix: string;
	secretLastFour: string;
	deletedAt: Date;
	deletedBecause: DeletedBecause;
	deletedByName: string | null;
	idleSince: Date;
	compromised: boolean;
};

function conditions(agencyId: string, query: TrashQuery, since: Date) {
	const all = [
		Prisma.sql`k.agency_id = ${agencyId}::uuid`,
		Prisma.sql`k.deleted_at >= ${since}`,
		Prisma.sql`k.at_location = ${query.level === "LOCATION"}`,
		isLocationNotGone(agencyId),
	];
	if (query.locationId) all.push(Prisma.sql`k.location_id = ${query.locationId}::uuid`);
	if (query.search) all.push(Prisma.sql`k.title_folded like ${`%${escapeLike(query.search)}%`}`);
	return Prisma.join(all, " and ");
}

/** How many keys deleted since a moment a query matches on all its pages. */
export async function countTrash(tx: Tx, agencyId: string, query: TrashQuery, since: Date) {
	const [row] = await tx.$queryRaw<{ total: bigint }[]>`
		select count(*) as total from api_keys k where ${conditions(agencyId, query, since)}`;
	return Number(row?.total ?? 0n);
}

/** One page of the keys deleted since a moment. */
export function listTrashRows(tx: Tx, agencyId: string, query: TrashQuery, since: Date): Promise<TrashRow[]> {
	const way = query.direction === "desc" ? Prisma.sql`desc` : Prisma.sql`asc`;
	return tx.$queryRaw<TrashRow[]>`
		with page as materialized (
			select k.id from api_keys k where ${conditions(agencyId, query, since)}
			order by k.deleted_at ${way}, k.id ${way}
			limit ${query.pageSize} offset ${(query.page - 1) * query.pageSize}
		)
		select k.id, k.level::text as level, l.name as "locationName", k.title, k.secret_prefix as "secretPrefix",
			k.secret_last_four as "secretLastFour", k.deleted_at as "deletedAt", k.deleted_by_name as "deletedByName",
			coalesce(k.deleted_because, 'PERSON') as "deletedBecause",
			greatest(k.idle_from, u.last_used_at) as "idleSince", k.compromised
		from page p join api_keys k on k.agency_id = ${agencyId}::uuid and k.id = p.id
		left join locations l on l.agency_id = k.agency_id and l.id = k.location_id
		left join key_last_uses u on u.agency_id = k.agency_id and u.key_id = k.id
		order by k.deleted_at ${way}, k.id ${way}`;
}

/** Where a walk through the trash has come to. */
export type TrashPlace = { id: string; deletedAt: Date };

/** The next of the agency's keys that were deleted before a moment, the oldest first, those of deleted locations as well. */
export const listDeletedBefore = (
	tx: Tx,
	agencyId: string,
	{ before, after, max }: { before: Date; after: TrashPlace | null; max: number },
) =>
	tx.$queryRaw<TrashPlace[]>`
		select id, deleted_at as "deletedAt" from api_keys
		where agency_id = ${agencyId}::uuid and deleted_at < ${before}
			and (${after === null} or (deleted_at, id) > (${after?.deletedAt ?? before}::timestamptz, ${after?.id ?? null}::uuid))
		order by deleted_at, id limit ${max}`;

/** What is told of a key that goes for good, holding its row; null when it was not deleted before that moment. */
export async function lockDeletedBefore(tx: Tx, agencyId: string, keyId: string, before: Date) {
	await tx.$queryRaw`select 1 from api_keys where agency_id = ${agencyId}::uuid and id = ${keyId}::uuid for update`;
	return tx.apiKey.findUnique({
		where: { agencyId_id: { agencyId, id: keyId }, deletedAt: { lt: before } },
		select: {
			level: true,
			locationId: true,
			title: true,
			secretPrefix: true,
			secretLastFour: true,
			compromised: true,
			deletedAt: true,
			deletedBecause: true,
			deletedByName: true,
		},
	});
}

/** Deletes a key and all that hangs on it for good. False when it was not deleted before that moment. */
export async function purgeKey(tx: Tx, agencyId: string, keyId: string, before: Date) {
	const [row] = await tx.$queryRaw<{ done: boolean }[]>`
		select latchkey_purge_key(${agencyId}::uuid, ${keyId}::uuid, ${before}) as done`;
	return row?.done ?? false;
}
