import { Prisma } from "#prisma/generated/client.ts";
import type { Tx } from "./client.ts";
import { type KeyNarrowing, keyConditions, readRows } from "./key-list.ts";

/** Keys that somebody chose: all that a query matches but some, or those of its places that are named. */
export type KeySelection = {
	query: KeyNarrowing;
	keyIds: readonly string[] | null;
	exceptIds?: readonly string[];
};

function conditionsOf(agencyId: string, { query, keyIds, exceptIds = [] }: KeySelection, now: Date) {
	const all = [keyConditions(agencyId, query, now)];
	if (keyIds) all.push(Prisma.sql`k.id = any(${[...keyIds]}::uuid[])`);
	if (exceptIds.length > 0) all.push(Prisma.sql`k.id <> all(${[...exceptIds]}::uuid[])`);
	return Prisma.join(all, " and ");
}

/** Up to `max` of the chosen keys in the order of their ids, from behind `after`. */
export const listSelected = (
	tx: Tx,
	agencyId: string,
	chosen: KeySelection,
	{ after, max }: { after: string | null; max: number },
	now: Date,
) => tx.$queryRaw<{ id: string; title: string }[]>`
	select k.id, k.title from api_keys k
	where ${conditionsOf(agencyId, chosen, now)} and (${after}::uuid is null or k.id > ${after}::uuid)
	order by k.id limit ${max}`;

/** `dayAgo` lies on a full hour: that is how requests are counted. */
type Moments = { now: Date; dayAgo: Date; weekAgo: Date };

/** How many keys were chosen, how many of them are in use, and what those are called, the one used last first. */
export const sumUpSelection = (
	tx: Tx,
	agencyId: string,
	chosen: KeySelection,
	moments: Moments,
	titlesMax: number,
) => sumUp(tx, agencyId, conditionsOf(agencyId, chosen, moments.now), moments, titlesMax);

/** {@link sumUpSelection} of keys of any level that the caller has found. */
export const sumUpKeys = (
	tx: Tx,
	agencyId: string,
	keyIds: readonly string[],
	moments: Moments,
	titlesMax: number,
) =>
	sumUp(
		tx,
		agencyId,
		Prisma.sql`k.agency_id = ${agencyId}::uuid and k.id = any(${[...keyIds]}::uuid[])`,
		moments,
		titlesMax,
	);

async function sumUp(
	tx: Tx,
	agencyId: string,
	conditions: Prisma.Sql,
	{ dayAgo, weekAgo }: Moments,
	titlesMax: number,
) {
	const [row] = await tx.$queryRaw<
		{ keys: bigint; usedLastDay: bigint; usedLastWeek: bigint; requests: bigint; titles: string[] }[]
	>`
		with chosen as materialized (
			select k.id, k.title, u.last_used_at from api_keys k
			join key_last_uses u on u.agency_id = k.agency_id and u.key_id = k.id
			where ${conditions}
		), used as materialized (select * from chosen where last_used_at >= ${weekAgo})
		select count(*) as keys, count(*) filter (where last_used_at >= ${dayAgo}) as "usedLastDay",
			(select count(*) from used) as "usedLastWeek",
			(select coalesce(sum(h.uses), 0)::bigint from key_usage_hours h where h.agency_id = ${agencyId}::uuid
				and h.hour >= ${dayAgo} and h.key_id in (select id from used)) as requests,
			array(select title from used order by last_used_at desc, id limit ${titlesMax}) as titles
		from chosen`;
	return {
		keys: Number(row?.keys ?? 0n),
		usedLastDay: Number(row?.usedLastDay ?? 0n),
		usedLastWeek: Number(row?.usedLastWeek ?? 0n),
		requestsLastDay: Number(row?.requests ?? 0n),
		usedTitles: row?.titles ?? [],
	};
}

export type SeenLast = { createdAt: Date; id: string };

/** Up to `max` whole rows of what a query matches, the newest first, from behind the one that was seen last. */
export function listMatching(
	tx: Tx,
	agencyId: string,
	query: KeyNarrowing,
	{ after, max }: { after: SeenLast | null; max: number },
	now: Date,
) {
	const older = after
		? Prisma.sql`and (k.created_at, k.id) < (${after.createdAt}, ${after.id}::uuid)`
		: Prisma.empty;
	const page = Prisma.sql`select k.id from api_keys k where ${keyConditions(agencyId, query, now)} ${older}
		order by k.created_at desc, k.id desc limit ${max}`;
	return readRows(tx, agencyId, page, Prisma.sql`k.created_at desc, k.id desc`, now);
}
