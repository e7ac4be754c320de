import type { NotificationKind } from "./notifications.ts";

/** What readers narrow their notifications to. Every kind is in one group. */
export const NOTIFICATION_GROUPS = {
	unused: { label: "Unused keys", kinds: ["key.unused", "key.deleted_unused"] },
	expiry: { label: "Expiry", kinds: ["key.expiring"] },
	rotation: { label: "Rotation", kinds: ["key.rotation_due"] },
	leaks: { label: "Found in public", kinds: ["key.leaked"] },
	workflows: { label: "Workflows", kinds: ["workflow.message"] },
	webhooks: { label: "Webhooks", kinds: ["webhook.parked"] },
} as const satisfies Record<string, { label: string; kinds: readonly NotificationKind[] }>;

export type NotificationGroup = keyof typeof NOTIFICATION_GROUPS;

export const NOTIFICATION_GROUP_NAMES = Object.keys(NOTIFICATION_GROUPS) as NotificationGroup[];

const LABELS = new Map<NotificationKind, string>(
	Object.values(NOTIFICATION_GROUPS).flatMap(({ label, kinds }) =>
		kinds.map((kind) => [kind, label] as const),
	),
);

/** The group of a kind, in words. */
export const groupLabel = (kind: NotificationKind) => LABELS.get(kind) ?? kind;
