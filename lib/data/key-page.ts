import { KEY_STATUSES, type KeyLevel } from "#lib/core/keys/key.ts";
import { Prisma } from "#prisma/generated/client.ts";
import type { Tx } from "./client.ts";
import { countKeys, isOfLevel, isWithGoneLocation, type KeyMatches } from "./key-count.ts";
import { FEW_MAX, type KeyListRow, type KeyQuery, keyConditions, readRows } from "./key-list.ts";

/** What is gone through for a page: the list's order, or its reverse, and how many keys come before the page in it. */
type Walk = { isDown: boolean; skip: number; size: number };

/**
 * One page of what a query matches. The page's ids are found first, so that only its own rows are read whole, and a page in
 * the second half is counted from the end. Of a quota whose refill is due, it tells what it will be.
 */
export async function listKeyRows(
	tx: Tx,
	agencyId: string,
	query: KeyQuery,
	matches: KeyMatches,
	now: Date,
): Promise<KeyListRow[]> {
	const { total } = matches;
	const skipped = (query.page - 1) * query.pageSize;
	const size = Math.min(query.pageSize, total - skipped);
	if (size <= 0) return [];
	const isDown = query.direction === "desc";
	const isFromEnd = skipped > total / 2;
	const walk = { isDown: isDown !== isFromEnd, skip: isFromEnd ? total - skipped - size : skipped, size };
	const page = await findPage(tx, agencyId, query, matches, walk, now);
	return readRows(tx, agencyId, page, inOrder(sortExpression(query, now), isDown), now);
}

/** One key as lists tell it; null when it is in the trash or went with its location. */
export async function findKeyRow(
	tx: Tx,
	agencyId: string,
	{ id, level }: { id: string; level: KeyLevel },
	now: Date,
) {
	const query: KeyQuery = { level, keyId: id, sort: "title", direction: "asc", page: 1, pageSize: 1 };
	const [row] = await listKeyRows(tx, agencyId, query, { total: 1, ids: null }, now);
	return row ?? null;
}

const inOrder = (sort: Prisma.Sql, isDown: boolean) =>
	isDown ? Prisma.sql`${sort} desc, k.id desc` : Prisma.sql`${sort} asc, k.id asc`;

const lastUse = Prisma.sql`coalesce(u.last_used_at, '-infinity'::timestamptz)`;

/** What each order sorts by. The columns are those of the list indexes in the migrations. */
const sortExpression = ({ sort, level }: KeyQuery, now: Date) =>
	({
		title: Prisma.sql`k.title_folded collate "C"`,
		location: level === "LOCATION" ? Prisma.sql`l.name` : Prisma.sql`k.all_locations`,
		role: Prisma.sql`k.role`,
		scopes: Prisma.sql`k.scope_count`,
		status: Prisma.sql`case when k.revoked_at is not null then 3 when not k.enabled then 1
			when k.expires_at <= ${now} then 2 else 0 end`,
		key: Prisma.sql`k.secret_last_four`,
		lastUsed: lastUse,
		created: Prisma.sql`k.created_at`,
		createdBy: Prisma.sql`k.created_by_name`,
	})[sort];

const limits = ({ skip, size }: Walk) => Prisma.sql`limit ${size} offset ${skip}`;

/** A statement for the ids of the page's keys. */
async function findPage(
	tx: Tx,
	agencyId: string,
	query: KeyQuery,
	{ total, ids }: KeyMatches,
	walk: Walk,
	now: Date,
): Promise<Prisma.Sql> {
	const { level, locationId, sort } = query;
	const isByLocation = sort === "location" && level === "LOCATION";
	const areFew = total <= FEW_MAX;
	if (sort === "status" && !ids) return pageByState(tx, agencyId, query, areFew, walk, now);
	if (walk.skip > 0 && isWholeLevel(query)) {
		if (isByLocation) return pageByLocation(tx, agencyId, walk);
		if (sort === "lastUsed" && (await areUnlistedFew(tx, agencyId))) {
			return pageByLastUse(agencyId, level, walk);
		}
	}
	const join =
		sort === "lastUsed"
			? Prisma.sql`join key_last_uses u on u.agency_id = k.agency_id and u.key_id = k.id
				and u.at_location = ${level === "LOCATION"}`
			: isByLocation
				? joinLocation(agencyId)
				: Prisma.empty;
	const conditions = ids
		? Prisma.sql`${keyConditions(agencyId, { level, locationId }, now)} and k.id = any(${ids}::uuid[])`
		: isWholeLevel(query)
			? isListed(agencyId, level)
			: keyConditions(agencyId, query, now, areFew);
	return Prisma.sql`select k.id from api_keys k ${join} where ${conditions}
		order by ${inOrder(sortExpression(query, now), walk.isDown)} ${limits(walk)}`;
}

const isWholeLevel = ({ locationId, keyId, search, status, role, label, attention }: KeyQuery) =>
	!(locationId || keyId || search || status || role || label || attention);

/**
 * What {@link keyConditions} say of a whole level, for long walks: in these words PostgreSQL collects the deleted locations
 * once, joins nothing, and takes it to hold for nearly all keys.
 */
const isListed = (agencyId: string, level: KeyLevel) => Prisma.sql`${isOfLevel(agencyId, level)}
	and case when k.location_id in (select l.id from locations l
		where l.agency_id = ${agencyId}::uuid and l.deleted_at is not null) then null else true end is not null`;

/**
 * The states stand behind each other in their order. In each the keys go by their ids, which an index of the state's keys
 * knows, while none knows the states themselves: they change as time goes by.
 */
async function pageByState(
	tx: Tx,
	agencyId: string,
	query: KeyQuery,
	areFew: boolean,
	walk: Walk,
	now: Date,
) {
	const ids: string[] = [];
	let { skip } = walk;
	const statuses = query.status ? [query.status] : KEY_STATUSES;
	for (const status of walk.isDown ? statuses.toReversed() : statuses) {
		const ofStatus = { ...query, status };
		const found = await tx.$queryRaw<{ id: string }[]>`
			select k.id from api_keys k where ${keyConditions(agencyId, ofStatus, now, areFew)}
			order by k.id ${walk.isDown ? Prisma.sql`desc` : Prisma.sql`asc`}
			${limits({ ...walk, skip, size: walk.size - ids.length })}`;
		ids.push(...found.map(({ id }) => id));
		if (ids.length === walk.size) break;
		skip = skip === 0 || found.length > 0 ? 0 : skip - (await countKeys(tx, agencyId, ofStatus, now));
	}
	return Prisma.sql`select unnest(${ids}::uuid[]) as id`;
}

/** These are gone through in order, and the keys of each looked up. */
const joinLocation = (agencyId: string) => Prisma.sql`
	join locations l on l.agency_id = ${agencyId}::uuid and l.id = k.location_id and l.deleted_at is null`;

/** The keys of locations before those where the page begins are counted, and neither sorted nor joined. */
async function pageByLocation(tx: Tx, agencyId: string, { isDown, skip, size }: Walk) {
	const order = isDown ? Prisma.sql`name desc` : Prisma.sql`name asc`;
	const [first] = await tx.$queryRaw<{ name: string; before: number }[]>`
		select name, before::int from (
			select l.name, sum(n.keys) over (order by l.${order}) as upto, coalesce(sum(n.keys)
				over (order by l.${order} groups between unbounded preceding and 1 preceding), 0) as before
			from locations l cross join lateral (select count(*) as keys from api_keys k
				where k.agency_id = ${agencyId}::uuid and k.location_id = l.id and k.deleted_at is null) n
			where l.agency_id = ${agencyId}::uuid and l.deleted_at is null
		) counted
		where upto > ${skip} order by ${order} limit 1`;
	const from = first
		? Prisma.sql`l.name ${isDown ? Prisma.sql`<=` : Prisma.sql`>=`} ${first.name}`
		: Prisma.sql`false`;
	return Prisma.sql`select k.id from api_keys k ${joinLocation(agencyId)}
		where k.agency_id = ${agencyId}::uuid and k.deleted_at is null and ${from}
		order by ${inOrder(Prisma.sql`l.name`, isDown)} limit ${size} offset ${skip - (first?.before ?? 0)}`;
}

/** So many are left out of a walk by their ids. */
const UNLISTED_MAX = 10_000;

/** What has a last use, and is on no list. */
const unlisted = (agencyId: string) => Prisma.sql`
	select k.id from api_keys k where k.agency_id = ${agencyId}::uuid and k.deleted_at is not null
	union all
	select k.id from api_keys k where ${isWithGoneLocation(agencyId)}`;

async function areUnlistedFew(tx: Tx, agencyId: string) {
	const [row] = await tx.$queryRaw<{ total: bigint }[]>`
		select count(*) as total from (${unlisted(agencyId)} limit ${UNLISTED_MAX + 1}) u`;
	return Number(row?.total ?? 0n) <= UNLISTED_MAX;
}

/**
 * The times are gone through with a look at no key but those few that are left out. That there are not many of these has to
 * be said, for PostgreSQL collects no more of them than it has room for.
 */
const pageByLastUse = (agencyId: string, level: KeyLevel, walk: Walk) => Prisma.sql`
	select u.key_id as id from key_last_uses u
	where u.agency_id = ${agencyId}::uuid and u.at_location = ${level === "LOCATION"}
		and (u.key_id in (${unlisted(agencyId)} limit ${2 * UNLISTED_MAX})) is not true
	order by ${walk.isDown ? Prisma.sql`${lastUse} desc, u.key_id desc` : Prisma.sql`${lastUse} asc, u.key_id asc`}
	${limits(walk)}`;
