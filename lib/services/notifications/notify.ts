import { NOTIFICATIONS, type NotificationDetail, type NotificationKind } from "#lib/core/notifications.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { insertNotifications, listKeepers } from "#lib/data/notifications.ts";

type About<Kind extends NotificationKind> = {
	kind: Kind;
	/** Tells this occasion from others of its kind: whoever has been told of it is not told again. */
	occasion: string;
	/** Null for what is about the agency itself. */
	key: { id: string; locationId: string | null } | null;
	/** Where it happened, for what is about no key. */
	locationId?: string | null;
	detail: NotificationDetail<Kind>;
};

/** Tells everybody who may manage the key, or the place when it is about none, in the transaction of what happened. */
export async function notifyKeepers<Kind extends NotificationKind>(
	tx: Tx,
	{ agencyId, now }: Pick<Context, "agencyId" | "now">,
	{ kind, occasion, key, locationId: place = null, detail }: About<Kind>,
): Promise<void> {
	const locationId = key ? key.locationId : place;
	const people = await listKeepers(tx, agencyId, locationId);
	const parsed = NOTIFICATIONS[kind].parse(detail);
	const row = { kind, occasion, keyId: key?.id ?? null, locationId, detail: parsed };
	await insertNotifications(tx, agencyId, people, row, now);
}
