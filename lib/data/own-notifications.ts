import { NOTIFICATION_KINDS, type NotificationKind } from "#lib/core/notifications.ts";
import { Prisma } from "#prisma/generated/client.ts";
import type { Tx } from "./client.ts";

/** All queries here need `personId` as viewpoint. */
export type OwnNotificationRow = {
	id: string;
	kind: NotificationKind;
	detail: unknown;
	keyId: string | null;
	isKeyInTrash: boolean;
	createdAt: Date;
	readAt: Date | null;
	agencySlug: string;
	agencyName: string;
	locationSlug: string | null;
	locationName: string | null;
};

export type NotificationConditions = {
	unreadOnly: boolean;
	/** Null for all kinds. */
	kinds: readonly NotificationKind[] | null;
	agencySlug: string | null;
	locationSlug?: string | undefined;
};

/** The side of one of the person's notifications on which a page lies. */
export type NotificationCursor = { olderThan: string } | { newerThan: string } | null;

/**
 * What a person is entitled to now: it holds, its place exists, and they may change the keys there. A use takes back at
 * once what was said of an unused key, before a sweep notes that. A kind that only a newer version knows waits for that one.
 */
const standing = (personId: string) => Prisma.sql`
	from notifications n
	join agencies a on a.id = n.agency_id and a.deleted_at is null
	left join locations l on l.agency_id = n.agency_id and l.id = n.location_id
	where n.user_id = ${personId}::uuid and n.withdrawn_at is null and n.kind = any(${NOTIFICATION_KINDS}::text[])
		and not (n.kind = 'key.unused'
			and latchkey_key_used_since(n.agency_id, n.key_id, (n.detail->>'idleSince')::timestamptz))
		and (n.location_id is null or (l.id is not null and l.deleted_at is null))
		and (exists (select from agency_members m where m.agency_id = n.agency_id and m.user_id = n.user_id
				and m.role in ('OWNER', 'ADMIN'))
			or exists (select from location_members m where m.agency_id = n.agency_id and m.user_id = n.user_id
				and m.location_id = n.location_id and m.role = 'MANAGER'))`;

const columns = Prisma.sql`n.id, n.kind, n.detail, n.key_id as "keyId",
	latchkey_key_in_trash(n.agency_id, n.key_id) as "isKeyInTrash", n.created_at as "createdAt",
	n.read_at as "readAt", a.slug as "agencySlug", a.name as "agencyName",
	l.slug as "locationSlug", l.name as "locationName"`;

function narrowed({ unreadOnly, kinds, agencySlug, locationSlug }: NotificationConditions) {
	const all = [Prisma.sql`true`];
	if (unreadOnly) all.push(Prisma.sql`n.read_at is null`);
	if (kinds) all.push(Prisma.sql`n.kind = any(${[...kinds]}::text[])`);
	if (agencySlug !== null) all.push(Prisma.sql`a.slug = ${agencySlug}`);
	if (locationSlug !== undefined) all.push(Prisma.sql`l.slug = ${locationSlug}`);
	return Prisma.join(all, " and ");
}

/** Where a notification of the person's stands in the list, also one that they are shown no more. */
const placeOf = (personId: string, id: string) => Prisma.sql`
	(select p.created_at, p.id from notifications p where p.user_id = ${personId}::uuid and p.id = ${id}::uuid limit 1)`;

function beyond(personId: string, cursor: NotificationCursor) {
	if (cursor === null) return Prisma.sql`true`;
	return "olderThan" in cursor
		? Prisma.sql`(n.created_at, n.id) < ${placeOf(personId, cursor.olderThan)}`
		: Prisma.sql`(n.created_at, n.id) > ${placeOf(personId, cursor.newerThan)}`;
}

/** What a person is told beyond the cursor and nearest to it: newest first, or oldest first when newer than it. */
export const listOwnNotifications = (
	tx: Tx,
	personId: string,
	conditions: NotificationConditions,
	{ cursor, take }: { cursor: NotificationCursor; take: number },
) => {
	const order = cursor && "newerThan" in cursor ? Prisma.sql`asc` : Prisma.sql`desc`;
	return tx.$queryRaw<OwnNotificationRow[]>`select ${columns} ${standing(personId)}
		and ${narrowed(conditions)} and ${beyond(personId, cursor)}
		order by n.created_at ${order}, n.id ${order} limit ${take}`;
};

/** How many a person has not read, counted up to `max`. */
export async function countUnreadNotifications(tx: Tx, personId: string, max: number): Promise<number> {
	const [row] = await tx.$queryRaw<{ count: number }[]>`select count(*)::int as count from (
		select 1 ${standing(personId)} and n.read_at is null limit ${max}) unread`;
	return row?.count ?? 0;
}

/** The last that was made of what a person has not read; null when there is nothing. */
export async function findNewestUnread(tx: Tx, personId: string): Promise<string | null> {
	const [row] = await tx.$queryRaw<{ id: string }[]>`
		select n.id ${standing(personId)} and n.read_at is null order by n.id desc limit 1`;
	return row?.id ?? null;
}

/** The agencies of which a person is told something. */
export const listNotifyingAgencies = (tx: Tx, personId: string) =>
	tx.$queryRaw<{ slug: string; name: string }[]>`
		select distinct a.slug, a.name ${standing(personId)} order by a.name, a.slug`;

/** Whether the person is told of this one. */
export async function hasNotification(tx: Tx, personId: string, id: string): Promise<boolean> {
	const rows = await tx.$queryRaw<unknown[]>`select 1 ${standing(personId)} and n.id = ${id}::uuid`;
	return rows.length > 0;
}

/** Notes that a person has read one, or all that were made up to one. Returns how many they had not. */
export const markNotificationsRead = (
	tx: Tx,
	personId: string,
	which: { id: string } | { upTo: string },
	now: Date,
) =>
	tx.$executeRaw`update notifications set read_at = ${now}
		where user_id = ${personId}::uuid and read_at is null and (agency_id, id) in (
			select n.agency_id, n.id ${standing(personId)} and n.read_at is null
				and ${"id" in which ? Prisma.sql`n.id = ${which.id}::uuid` : Prisma.sql`n.id <= ${which.upTo}::uuid`})`;

/**
 * Takes what a person has not been mailed, so that nobody else does. Returns all that was taken, and of it what there
 * still is a reason to mail: they are entitled to it and have not read it.
 */
export async function claimUnmailed(tx: Tx, personId: string, now: Date) {
	const claimed = await tx.$queryRaw<{ id: string }[]>`update notifications set mailed_at = ${now}
		where user_id = ${personId}::uuid and mailed_at is null and withdrawn_at is null returning id`;
	const ids = claimed.map(({ id }) => id);
	const news = await tx.$queryRaw<OwnNotificationRow[]>`select ${columns} ${standing(personId)}
		and n.read_at is null and n.id = any(${ids}::uuid[]) order by n.created_at desc, n.id desc`;
	return { ids, news };
}

/**
 * Gives back what was taken and not handed over. What is from before `since` is given up, as of when it was made: a mail
 * that nobody got is no digest.
 */
export const releaseUnmailed = (tx: Tx, personId: string, ids: readonly string[], since: Date) =>
	tx.$executeRaw`update notifications set mailed_at = case when created_at < ${since} then created_at end
		where user_id = ${personId}::uuid and id = any(${[...ids]}::uuid[])`;

/** Whether anything of the person's was mailed, or found to need no mail, since a moment. */
export async function wasMailedSince(tx: Tx, personId: string, since: Date): Promise<boolean> {
	const rows = await tx.$queryRaw<unknown[]>`select 1 from notifications n
		where n.user_id = ${personId}::uuid and n.mailed_at >= ${since} limit 1`;
	return rows.length > 0;
}
