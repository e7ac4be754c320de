import { NOTIFICATION_GROUPS, type NotificationGroup } from "#lib/core/notification-groups.ts";
import type { AccountContext } from "#lib/data/context.ts";
import {
	listNotifyingAgencies,
	listOwnNotifications,
	type NotificationCursor,
} from "#lib/data/own-notifications.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { type NotificationEntry, presentNotification } from "./present.ts";

export type NotificationFilters = {
	unreadOnly: boolean;
	group: NotificationGroup | null;
	agencySlug: string | null;
	/** Narrows to a location of the agency that is named. */
	locationSlug?: string | undefined;
};

export type NotificationPage = {
	rows: NotificationEntry[];
	hasOlder: boolean;
	hasNewer: boolean;
	/** For a filter. */
	agencies: { slug: string; name: string }[];
};

/**
 * A page of what the person is told and may still act on, newest first, across their agencies. Pages lie beside a
 * notification, so that nothing is shown twice or passed over when others come or are read meanwhile.
 */
export async function listNotifications(
	{ database, person }: Pick<AccountContext, "database" | "person">,
	{ unreadOnly, group, agencySlug, locationSlug }: NotificationFilters,
	{ cursor, size }: { cursor: NotificationCursor; size: number },
): Promise<NotificationPage> {
	const conditions = {
		unreadOnly,
		agencySlug,
		locationSlug,
		kinds: group && NOTIFICATION_GROUPS[group],
	};
	const slice = { cursor, take: size + 1 };
	const { found, agencies } = await transactAs(database, { personId: person.id }, async (tx) => ({
		found: await listOwnNotifications(tx, person.id, conditions, slice),
		agencies: await listNotifyingAgencies(tx, person.id),
	}));
	const rows = found.slice(0, size).map(presentNotification);
	const hasMore = found.length > size;
	if (cursor && "newerThan" in cursor) {
		return { rows: rows.reverse(), hasOlder: true, hasNewer: hasMore, agencies };
	}
	return { rows, hasOlder: hasMore, hasNewer: cursor !== null, agencies };
}
