import { NOTIFICATION_KINDS, type NotificationKind } from "#lib/core/notifications.ts";
import { Prisma } from "#prisma/generated/client.ts";
import type { Tx } from "./client.ts";

/** All queries here need `personId` as viewpoint. */
export type OwnNotificationRow = {
	id: string;
	kind: NotificationKind;
	detail: unknown;
	keyId: string | null;
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
};

/**
 * What a person is entitled to now: it holds, its place exists, and they may change the keys there. A kind that only a
 * newer version knows waits for that one.
 */
const standing = (personId: string) => Prisma.sql`
	from notifications n
	join agencies a on a.id = n.agency_id and a.deleted_at is null
	left join locations l on l.agency_id = n.agency_id and l.id = n.location_id
	where n.user_id = ${personId}::uuid and n.withdrawn_at is null and n.kind = any(${NOTIFICATION_KINDS}::text[])
		and (n.location_id is null or (l.id is not null and l.deleted_at is null))
		and (exists (select from agency_members m where m.agency_id = n.agency_id and m.user_id = n.user_id
				and m.role in ('OWNER', 'ADMIN'))
			or exists (select from location_members m where m.agency_id = n.agency_id and m.user_id = n.user_id
				and m.location_id = n.location_id and m.role = 'MANAGER'))`;

const columns = Prisma.sql`n.id, n.kind, n.detail, n.key_id as "keyId", n.created_at as "createdAt",
	n.read_at as "readAt", a.slug as "agencySlug", a.name as "agencyName",
	l.slug as "locationSlug", l.name as "locationName"`;

function narrowed({ unreadOnly, kinds, agencySlug }: NotificationConditions) {
	const all = [Prisma.sql`true`];
	if (unreadOnly) all.push(Prisma.sql`n.read_at is null`);
	if (kinds) all.push(Prisma.sql`n.kind = any(${[...kinds]}::text[])`);
	if (agencySlug !== null) all.push(Prisma.sql`a.slug = ${agencySlug}`);
	return Prisma.join(all, " and ");
}

/** A slice of what a person is told, newest first. */
export const listOwnNotifications = (
	tx: Tx,
	personId: string,
	conditions: NotificationConditions,
	{ skip, take }: { skip: number; take: number },
) =>
	tx.$queryRaw<OwnNotificationRow[]>`select ${columns} ${standing(personId)} and ${narrowed(conditions)}
		order by n.created_at desc, n.id desc limit ${take} offset ${skip}`;

/** How many a person has not read, counted up to `max`. */
export async function countUnreadNotifications(tx: Tx, personId: string, max: number): Promise<number> {
	const [row] = await tx.$queryRaw<{ count: number }[]>`select count(*)::int as count from (
		select 1 ${standing(personId)} and n.read_at is null limit ${max}) unread`;
	return row?.count ?? 0;
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

/** Notes that a person has read one, or with null all that they are told. Returns how many they had not. */
export const markNotificationsRead = (tx: Tx, personId: string, id: string | null, now: Date) =>
	tx.$executeRaw`update notifications set read_at = ${now}
		where user_id = ${personId}::uuid and read_at is null and (agency_id, id) in (
			select n.agency_id, n.id ${standing(personId)} and n.read_at is null
				${id === null ? Prisma.empty : Prisma.sql`and n.id = ${id}::uuid`})`;

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

/** Gives back what was taken and not handed over, but for what is from before a moment. */
export const releaseUnmailed = (tx: Tx, personId: string, ids: readonly string[], since: Date) =>
	tx.$executeRaw`update notifications set mailed_at = null
		where user_id = ${personId}::uuid and id = any(${[...ids]}::uuid[]) and created_at >= ${since}`;

/** Whether anything of the person's was mailed, or found to need no mail, since a moment. */
export async function wasMailedSince(tx: Tx, personId: string, since: Date): Promise<boolean> {
	const rows = await tx.$queryRaw<unknown[]>`select 1 from notifications n
		where n.user_id = ${personId}::uuid and n.mailed_at >= ${since} limit 1`;
	return rows.length > 0;
}
