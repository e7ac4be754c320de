import { notFound } from "#lib/core/errors.ts";
import type { AccountContext } from "#lib/data/context.ts";
import { hasNotification, markNotificationsRead } from "#lib/data/own-notifications.ts";
import { transactAs } from "#lib/data/transaction.ts";

/** Notes that the person has read one. Another's, and one that they are told of no more, do not exist for them. */
export function markRead({ database, person, now }: AccountContext, id: string): Promise<void> {
	return transactAs(database, { personId: person.id }, async (tx) => {
		if (!(await hasNotification(tx, person.id, id))) throw notFound();
		await markNotificationsRead(tx, person.id, { id }, now);
	});
}

/** Notes that the person has read all that they were told up to one. Returns how many they had not. */
export const markAllRead = ({ database, person, now }: AccountContext, upTo: string): Promise<number> =>
	transactAs(database, { personId: person.id }, (tx) => markNotificationsRead(tx, person.id, { upTo }, now));
