import type { Countdown, Idleness } from "#lib/core/keys/countdown.ts";
import { Prisma } from "#prisma/generated/client.ts";
import type { Tx } from "./client.ts";

export type CountdownKind = "INACTIVITY" | "EXPIRY";

/** Keys are walked through in the order of their ids. */
/** The next keys after an id, in the order of their ids. */
export type KeyPage = { after: string; atMost: number };

const columns = { basis: true, endsAt: true, noticed15At: true, noticed7At: true, noticed1At: true } as const;

const idOf = (agencyId: string, keyId: string, kind: CountdownKind) => ({
	agencyId_keyId_kind: { agencyId, keyId, kind },
});

export const findCountdown = (
	tx: Tx,
	agencyId: string,
	keyId: string,
	kind: CountdownKind,
): Promise<Countdown | null> =>
	tx.keyCountdown.findUnique({ where: idOf(agencyId, keyId, kind), select: columns });

export const writeCountdown = (
	tx: Tx,
	agencyId: string,
	keyId: string,
	kind: CountdownKind,
	countdown: Countdown,
) =>
	tx.keyCountdown.upsert({
		where: idOf(agencyId, keyId, kind),
		create: { agencyId, keyId, kind, ...countdown },
		update: countdown,
		select: { keyId: true },
	});

export const deleteCountdown = (tx: Tx, agencyId: string, keyId: string, kind: CountdownKind) =>
	tx.keyCountdown.deleteMany({ where: { agencyId, keyId, kind } });

/** The countdowns of a location's keys, or of all the agency's. */
export const deleteCountdownsAt = (tx: Tx, agencyId: string, locationId: string | null) =>
	tx.keyCountdown.deleteMany({ where: { agencyId, ...(locationId && { key: { locationId } }) } });

/**
 * Holds a key's row until the transaction ends, or says that somebody else does. Uses go on being written meanwhile: what
 * the key's lock keeps out is another change of the key.
 */
export async function lockKeyIfFree(tx: Tx, agencyId: string, keyId: string) {
	const rows = await tx.$queryRaw<object[]>`select 1 from api_keys
		where agency_id = ${agencyId}::uuid and id = ${keyId}::uuid for no key update skip locked`;
	return rows.length > 0;
}

const since = Prisma.sql`greatest(u.last_used_at, k.idle_from)`;
const isThere = Prisma.sql`(k.location_id is null
	or exists (select from locations l where l.agency_id = k.agency_id and l.id = k.location_id and l.deleted_at is null))`;
const isAt = (locationId: string | null) =>
	locationId === null ? isThere : Prisma.sql`k.location_id = ${locationId}::uuid and ${isThere}`;
const days = (count: number | Prisma.Sql) => Prisma.sql`(${count} * interval '24 hours')`;

/**
 * Keys that nobody used for so long that their first notice is due by `moment`. Those that follow the agency come from the
 * index of last uses: keys that were used lately are not looked at.
 */
const idleKeys = (
	agencyId: string,
	agencyDays: number | null,
	moment: Date,
	locationId: string | null = null,
) => Prisma.sql`
	select k.id, coalesce(k.inactivity_days, ${agencyDays}::int) as days, ${since} as since
	from key_last_uses u join api_keys k on k.agency_id = u.agency_id and k.id = u.key_id
	where u.agency_id = ${agencyId}::uuid and u.at_location in (false, true)
		and coalesce(u.last_used_at, '-infinity') <= ${moment}::timestamptz - ${days(Prisma.sql`(${agencyDays}::int - 15)`)}
		and k.idle_from <= ${moment}::timestamptz - ${days(Prisma.sql`(${agencyDays}::int - 15)`)}
		and k.inactivity_days is null and not k.inactivity_exempt
		and k.deleted_at is null and k.revoked_at is null and ${isAt(locationId)}
	union all
	select k.id, k.inactivity_days, ${since}
	from api_keys k join key_last_uses u on u.agency_id = k.agency_id and u.key_id = k.id
	where k.agency_id = ${agencyId}::uuid and k.inactivity_days is not null and not k.inactivity_exempt
		and k.deleted_at is null and k.revoked_at is null and ${isAt(locationId)}
		and ${since} <= ${moment}::timestamptz - ${days(Prisma.sql`(k.inactivity_days - 15)`)}`;

/** Keys without a countdown whose first notice is due. */
export const listNewlyIdle = (
	tx: Tx,
	agencyId: string,
	agencyDays: number | null,
	now: Date,
	{ after, atMost }: KeyPage,
) =>
	tx.$queryRaw<{ id: string }[]>`
		select i.id from (${idleKeys(agencyId, agencyDays, now)}) i
		where i.id > ${after}::uuid and not exists (select from key_countdowns c
			where c.agency_id = ${agencyId}::uuid and c.key_id = i.id and c.kind = 'INACTIVITY')
		order by i.id limit ${atMost}`;

/** Keys whose countdown has something due, or counts no more. What the rule itself deleted keeps its countdown. */
export const listCountingDown = (
	tx: Tx,
	agencyId: string,
	agencyDays: number | null,
	now: Date,
	{ after, atMost }: KeyPage,
) =>
	tx.$queryRaw<{ id: string }[]>`
		select k.id from key_countdowns c
		join api_keys k on k.agency_id = c.agency_id and k.id = c.key_id
		join key_last_uses u on u.agency_id = c.agency_id and u.key_id = c.key_id
		where c.agency_id = ${agencyId}::uuid and c.kind = 'INACTIVITY' and c.key_id > ${after}::uuid
			and k.deleted_because is distinct from 'INACTIVITY'
			and (k.deleted_at is not null or k.revoked_at is not null or k.inactivity_exempt or not ${isThere}
				or coalesce(k.inactivity_days, ${agencyDays}::int) is null or c.basis <> ${since}
				or c.ends_at < c.basis + ${days(Prisma.sql`coalesce(k.inactivity_days, ${agencyDays}::int)`)}
				or case when c.noticed_7_at is null then c.ends_at - ${days(7)}
					when c.noticed_1_at is null then c.ends_at - ${days(1)}
					else greatest(c.ends_at, c.noticed_1_at + ${days(1)}) end <= ${now}::timestamptz)
		order by k.id limit ${atMost}`;

/** Keys in the trash that the rule took although they turn out to have been used before. */
export const listUsedAfterAll = (tx: Tx, agencyId: string, { after, atMost }: KeyPage) =>
	tx.$queryRaw<{ id: string }[]>`
		select k.id from api_keys k
		join key_countdowns c on c.agency_id = k.agency_id and c.key_id = k.id and c.kind = 'INACTIVITY'
		join key_last_uses u on u.agency_id = k.agency_id and u.key_id = k.id
		where k.agency_id = ${agencyId}::uuid and k.deleted_because = 'INACTIVITY' and k.deleted_at is not null
			and u.last_used_at > c.basis and k.id > ${after}::uuid
		order by k.id limit ${atMost}`;

export type IdleRow = Idleness & {
	id: string;
	title: string;
	locationName: string | null;
	locationSlug: string | null;
	ownDays: boolean;
	countdown: Countdown | null;
};

/** Keys whose next notice, or whose deletion, comes before a moment unless somebody uses them: the agency's or a location's. */
export async function listSoonDue(
	tx: Tx,
	agencyId: string,
	{
		agencyDays,
		until,
		locationId,
		atMost,
	}: {
		agencyDays: number | null;
		until: Date;
		locationId: string | null;
		atMost: number;
	},
): Promise<IdleRow[]> {
	const rows = await tx.$queryRaw<(Omit<IdleRow, "countdown"> & Partial<Countdown>)[]>`
		with soon as materialized (
			select i.id, i.days, i.since, c.basis, c.ends_at, c.noticed_15_at, c.noticed_7_at, c.noticed_1_at,
				greatest(i.since + ${days(Prisma.sql`i.days`)}, c.ends_at) as due_at
			from (${idleKeys(agencyId, agencyDays, until, locationId)}) i
			left join key_countdowns c on c.agency_id = ${agencyId}::uuid and c.key_id = i.id and c.kind = 'INACTIVITY'
			order by due_at, i.id limit ${atMost}
		)
		select k.id, k.title, l.name as "locationName", l.slug as "locationSlug", i.days, i.since,
			k.inactivity_days is not null as "ownDays", i.basis, i.ends_at as "endsAt",
			i.noticed_15_at as "noticed15At", i.noticed_7_at as "noticed7At", i.noticed_1_at as "noticed1At"
		from soon i
		join api_keys k on k.agency_id = ${agencyId}::uuid and k.id = i.id
		left join locations l on l.agency_id = k.agency_id and l.id = k.location_id
		order by i.due_at, k.id`;
	return rows.map(({ basis, endsAt, noticed15At = null, noticed7At = null, noticed1At = null, ...row }) => ({
		...row,
		countdown: basis && endsAt ? { basis, endsAt, noticed15At, noticed7At, noticed1At } : null,
	}));
}

/** Keys that end within 15 days and may be due a notice of it, and those whose notices are of another date than theirs. */
export const listExpiring = (tx: Tx, agencyId: string, now: Date, { after, atMost }: KeyPage) =>
	tx.$queryRaw<{ id: string }[]>`
		select id from (
			select k.id from api_keys k
			left join key_countdowns c on c.agency_id = k.agency_id and c.key_id = k.id and c.kind = 'EXPIRY'
			where k.agency_id = ${agencyId}::uuid and k.deleted_at is null and k.revoked_at is null and ${isThere}
				and k.maker_key_id is null and k.expires_at > ${now}::timestamptz and k.expires_at <= ${now}::timestamptz + ${days(15)}
				and (c.basis is distinct from k.expires_at
					or case when k.expires_at <= ${now}::timestamptz + ${days(1)} then c.noticed_1_at
						when k.expires_at <= ${now}::timestamptz + ${days(7)} then c.noticed_7_at
						else c.noticed_15_at end is null)
			union
			select k.id from key_countdowns c join api_keys k on k.agency_id = c.agency_id and k.id = c.key_id
			where c.agency_id = ${agencyId}::uuid and c.kind = 'EXPIRY'
				and (k.expires_at is distinct from c.basis or k.deleted_at is not null or k.revoked_at is not null
					or not ${isThere})
		) due
		where id > ${after}::uuid order by id limit ${atMost}`;

/** Keys whose secret is older than they ask for, and of whose present secret nobody was told. */
export const listRotationDue = (tx: Tx, agencyId: string, now: Date, { after, atMost }: KeyPage) =>
	tx.$queryRaw<{ id: string }[]>`
		select k.id from api_keys k
		where k.agency_id = ${agencyId}::uuid and k.deleted_at is null and k.revoked_at is null and ${isThere}
			and k.rotate_every_days is not null and k.id > ${after}::uuid
			and k.secret_since <= ${now}::timestamptz - ${days(Prisma.sql`k.rotate_every_days`)}
			and not exists (${rotationNotice(Prisma.sql`k.agency_id`, Prisma.sql`k.id`)}
				and n.created_at >= k.secret_since)
		order by k.id limit ${atMost}`;

const rotationNotice = (agencyId: Prisma.Sql, keyId: Prisma.Sql) => Prisma.sql`select from notifications n
	where n.agency_id = ${agencyId} and n.key_id = ${keyId} and n.kind = 'key.rotation_due' and n.withdrawn_at is null`;

/** Whether people know that the secret which is current since a moment is due for rotation. */
export async function isRotationNoticed(tx: Tx, agencyId: string, keyId: string, secretSince: Date) {
	const rows = await tx.$queryRaw<object[]>`
		select 1 where exists (${rotationNotice(Prisma.sql`${agencyId}::uuid`, Prisma.sql`${keyId}::uuid`)}
			and n.created_at >= ${secretSince})`;
	return rows.length > 0;
}
