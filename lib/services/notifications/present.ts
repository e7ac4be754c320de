import { GROUP_OF, type NotificationGroup } from "#lib/core/notification-groups.ts";
import { notificationPath } from "#lib/core/notification-path.ts";
import { type NoticeTone, toneOf } from "#lib/core/notification-text.ts";
import { type Notice, readNotice } from "#lib/core/notifications.ts";
import type { OwnNotificationRow } from "#lib/data/own-notifications.ts";

/** A notification as its reader sees it. */
export type NotificationEntry = {
	id: string;
	notice: Notice;
	tone: NoticeTone;
	group: NotificationGroup;
	/** Where to do something about it. */
	path: string;
	/** ISO 8601. */
	createdAt: string;
	isRead: boolean;
	agencyName: string;
	locationName: string | null;
};

export function presentNotification(row: OwnNotificationRow): NotificationEntry {
	const notice = readNotice(row.kind, row.detail);
	return {
		id: row.id,
		notice,
		tone: toneOf(notice),
		group: GROUP_OF[row.kind],
		path: notificationPath(row, row),
		createdAt: row.createdAt.toISOString(),
		isRead: row.readAt !== null,
		agencyName: row.agencyName,
		locationName: row.locationName,
	};
}
