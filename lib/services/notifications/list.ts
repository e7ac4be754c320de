import { NOTIFICATION_GROUPS, type NotificationGroup } from "#lib/core/notification-groups.ts";
import type { AccountContext } from "#lib/data/context.ts";
import { listNotifyingAgencies, listOwnNotifications } from "#lib/data/own-notifications.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { type NotificationEntry, presentNotification } from "./present.ts";

export type NotificationFilters = {
	unreadOnly: boolean;
	group: NotificationGroup | null;
	agencySlug: string | null;
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
	return { rows: rows.slice(0, size).map(presentNotification), hasOlder: rows.length > size, agencies };
}
