import { groupLabel } from "#lib/core/notification-groups.ts";
import { type NotificationText, notificationPath, notificationText } from "#lib/core/notification-text.ts";
import type { OwnNotificationRow } from "#lib/data/own-notifications.ts";

/** A notification as its reader sees it. */
export type NotificationEntry = NotificationText & {
	id: string;
	/** What it is about, in a word or two. */
	about: string;
	/** Where to do something about it. */
	path: string;
	/** ISO 8601. */
	createdAt: string;
	isRead: boolean;
	agencyName: string;
	locationName: string | null;
};

export const presentNotification = (row: OwnNotificationRow): NotificationEntry => ({
	...notificationText(row.kind, row.detail),
	id: row.id,
	about: groupLabel(row.kind),
	path: notificationPath(row, row),
	createdAt: row.createdAt.toISOString(),
	isRead: row.readAt !== null,
	agencyName: row.agencyName,
	locationName: row.locationName,
});
