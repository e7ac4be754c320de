import { listNotifications } from "#lib/services/notifications/list.ts";
import { cursorOf, type NotificationsSearch, PAGE_SIZE } from "../search-params.ts";
import { NotificationList } from "./notification-list.tsx";
import { NotificationsEmpty } from "./notifications-empty.tsx";
import { NotificationsPages } from "./notifications-pages.tsx";
import { NotificationsToolbar } from "./notifications-toolbar.tsx";

type NotificationsPanelProps = {
	account: Parameters<typeof listNotifications>[0];
	/** ISO 8601. */
	now: string;
	search: NotificationsSearch;
	headingId: string;
};

/** Reads a page of what the person is told. */
export async function NotificationsPanel({ account, now, search, headingId }: NotificationsPanelProps) {
	const { show, group, agency } = search;
	const { rows, hasNewer, hasOlder, agencies } = await listNotifications(
		account,
		{ unreadOnly: show === "unread", group, agencySlug: agency },
		{ cursor: cursorOf(search), size: PAGE_SIZE },
	);
	return (
		<>
			{agencies.length > 0 && <NotificationsToolbar agencies={agencies} />}
			{rows.length === 0 ? (
				<NotificationsEmpty search={search} />
			) : (
				<NotificationList rows={rows} now={now} headingId={headingId} />
			)}
			{rows.length > 0 && (hasNewer || hasOlder) && (
				<NotificationsPages rows={rows} hasNewer={hasNewer} hasOlder={hasOlder} />
			)}
		</>
	);
}
