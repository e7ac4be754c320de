import { newId } from "#lib/core/ids.ts";
import type { NotificationKind } from "#lib/core/notifications.ts";
import type { Tx } from "./client.ts";

export type NewNotification = {
	kind: NotificationKind;
	occasion: string;
	keyId: string | null;
	locationId: string | null;
	detail: object;
};

/** Those who may change the agency's keys, or those of one location: its managers as well. */
export async function listKeepers(tx: Tx, agencyId: string, locationId: string | null): Promise<string[]> {
	const rows = await tx.$queryRaw<{ userId: string }[]>`
		select user_id as "userId" from agency_members
			where agency_id = ${agencyId}::uuid and role in ('OWNER', 'ADMIN')
		union
		select user_id from location_members
			where agency_id = ${agencyId}::uuid and location_id = ${locationId}::uuid and role = 'MANAGER'`;
	return rows.map(({ userId }) => userId);
}

/** Adds a notification for each of these people, but for those who have had it. */
export const insertNotifications = (
	tx: Tx,
	agencyId: string,
	userIds: readonly string[],
	notification: NewNotification,
	now: Date,
) =>
	tx.notification.createMany({
		data: userIds.map((userId) => ({ ...notification, agencyId, id: newId(), userId, createdAt: now })),
		skipDuplicates: true,
	});

/** Withdraws what still stands of these kinds about a key. */
export const withdrawNotifications = (
	tx: Tx,
	agencyId: string,
	{ keyId, kinds }: { keyId: string; kinds: readonly NotificationKind[] },
	now: Date,
) =>
	tx.notification.updateMany({
		where: {
			agencyId,
			keyId,
			kind: { in: [...kinds] },
			withdrawnAt: null,
		},
		data: { withdrawnAt: now },
	});

/** Withdraws what still stands about an endpoint, which is told of on one occasion a day. */
export const withdrawEndpointNotifications = (tx: Tx, agencyId: string, endpointId: string, now: Date) =>
	tx.notification.updateMany({
		where: {
			agencyId,
			kind: "webhook.parked",
			occasion: { startsWith: endpointId },
			withdrawnAt: null,
		},
		data: { withdrawnAt: now },
	});

/** Withdraws everything that stands about a location, or about the whole agency. */
export const withdrawNotificationsAt = (tx: Tx, agencyId: string, locationId: string | null, now: Date) =>
	tx.notification.updateMany({
		where: { agencyId, withdrawnAt: null, ...(locationId && { locationId }) },
		data: { withdrawnAt: now },
	});
