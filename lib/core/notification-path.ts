import type { NotificationKind } from "./notifications.ts";

export type NotificationPlace = { agencySlug: string; locationSlug: string | null };

/** Where the reader can do something about it. */
export function notificationPath(
	{ kind, keyId, isKeyInTrash }: { kind: NotificationKind; keyId: string | null; isKeyInTrash: boolean },
	{ agencySlug, locationSlug }: NotificationPlace,
): string {
	const agency = `/agencies/${agencySlug}`;
	if (kind === "webhook.parked") return `${agency}/webhooks`;
	if (kind === "workflow.message") return `${agency}/locations/${locationSlug}/workflows`;
	const keys = locationSlug === null ? `${agency}/keys` : `${agency}/locations/${locationSlug}/keys`;
	if (isKeyInTrash) return `${keys}/trash`;
	return keyId === null ? keys : `${keys}/${keyId}`;
}
