import { listNotifications } from "#lib/services/notifications/list.ts";
import { type NotificationsSearch, PAGE_SIZE } from "../search-params.ts";
import { NotificationList } from "./notification-list.tsx";
import { NotificationsEmpty } from "./notifications-empty.tsx";
import { NotificationsPages } from "./notifications-pages.tsx";
import { NotificationsToolbar } from "./notifications-toolbar.tsx";

type NotificationsPanelProps = {
	account: Parameters<typeof listNotifications>[0];
	search: NotificationsSearch;
	headingId: string;
};

/** Reads a page of what the person is told. */
export async function NotificationsPanel({ account, search, headingId }: NotificationsPanelProps) {
	const { show, group, agency, page } = search;
	const { rows, hasOlder, agencies } = await listNotifications(
		account,
		{ unreadOnly: show === "unread", group, agencySlug: agency },
		{ page, size: PAGE_SIZE },
	);
	return (
		<>
			{agencies.length > 0 && <NotificationsToolbar agencies={agencies} />}
			{rows.length === 0 ? (
				<NotificationsEmpty search={search} />
			) : (
				<NotificationList rows={rows} headingId={headingId} />
			)}
			{(hasOlder || page > 1) && <NotificationsPages hasOlder={hasOlder} />}
		</>
	);
}
