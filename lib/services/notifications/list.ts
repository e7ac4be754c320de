import { NOTIFICATION_GROUPS, type NotificationGroup } from "#lib/core/notification-groups.ts";
import { type NotificationText, notificationPath, notificationText } from "#lib/core/notification-text.ts";
import type { AccountContext } from "#lib/data/context.ts";
import {
	listNotifyingAgencies,
	listOwnNotifications,
	type OwnNotificationRow,
} from "#lib/data/own-notifications.ts";
import { transactAs } from "#lib/data/transaction.ts";

export type NotificationFilters = {
	unreadOnly: boolean;
	group: NotificationGroup | null;
	agencySlug: string | null;
};

/** A notification as its reader sees it. */
export type NotificationEntry = NotificationText & {
	id: string;
	/** Where to do something about it. */
	path: string;
	/** ISO 8601. */
	createdAt: string;
	isRead: boolean;
	agencyName: string;
	locationName: string | null;
};

export type NotificationPage = {
	rows: NotificationEntry[];
	hasOlder: boolean;
	/** For a filter. */
	agencies: { slug: string; name: string }[];
};

/** A page of what the person is told and may still act on, newest first, across their agencies. The first page is 1. */
export async function listNotifications(
	{ database, person }: Pick<AccountContext, "database" | "person">,
	{ unreadOnly, group, agencySlug }: NotificationFilters,
	{ page, size }: { page: number; size: number },
): Promise<NotificationPage> {
	const conditions = { unreadOnly, agencySlug, kinds: group && NOTIFICATION_GROUPS[group].kinds };
	const slice = { skip: (page - 1) * size, take: size + 1 };
	const { rows, agencies } = await transactAs(database, { personId: person.id }, async (tx) => ({
		rows: await listOwnNotifications(tx, person.id, conditions, slice),
		agencies: await listNotifyingAgencies(tx, person.id),
	}));
	return { rows: rows.slice(0, size).map(entryOf), hasOlder: rows.length > size, agencies };
}

const entryOf = (row: OwnNotificationRow): NotificationEntry => ({
	...notificationText(row.kind, row.detail),
	id: row.id,
	path: notificationPath(row, row),
	createdAt: row.createdAt.toISOString(),
	isRead: row.readAt !== null,
	agencyName: row.agencyName,
	locationName: row.locationName,
});
