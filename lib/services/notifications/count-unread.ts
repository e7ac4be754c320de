import type { AccountContext } from "#lib/data/context.ts";
import { countUnreadNotifications, findNewestUnread } from "#lib/data/own-notifications.ts";
import { transactAs } from "#lib/data/transaction.ts";

/** Nobody counts further, and the database need not either. */
const UNREAD_MAX = 100;

/** How many notifications the person has not read, up to a hundred. */
export const countUnread = ({
	database,
	person,
}: Pick<AccountContext, "database" | "person">): Promise<number> =>
	transactAs(database, { personId: person.id }, (tx) => countUnreadNotifications(tx, person.id, UNREAD_MAX));

/** Up to where the person is told of unread things by now; null when there are none. */
export const newestUnread = ({
	database,
	person,
}: Pick<AccountContext, "database" | "person">): Promise<string | null> =>
	transactAs(database, { personId: person.id }, (tx) => findNewestUnread(tx, person.id));
