import type { NotificationKind } from "#lib/core/notifications.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { withdrawNotifications } from "#lib/data/notifications.ts";

/** Takes back what no longer holds about a key: nobody sees it any more. */
export const withdrawNotices = (
	tx: Tx,
	{ agencyId, now }: Pick<Context, "agencyId" | "now">,
	about: { keyId: string; kinds: readonly NotificationKind[] },
) => withdrawNotifications(tx, agencyId, about, now);
