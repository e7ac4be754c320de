import type { NotificationKind } from "./notifications.ts";

/** What readers narrow their notifications to. Every kind is in one group. */
export const NOTIFICATION_GROUPS = {
	unused: ["key.unused", "key.deleted_unused"],
	expiry: ["key.expiring"],
	rotation: ["key.rotation_due"],
	leaks: ["key.leaked"],
	workflows: ["workflow.message"],
	webhooks: ["webhook.parked"],
} as const satisfies Record<string, readonly NotificationKind[]>;

export type NotificationGroup = keyof typeof NOTIFICATION_GROUPS;

export const NOTIFICATION_GROUP_NAMES = Object.keys(NOTIFICATION_GROUPS) as NotificationGroup[];

/** The group of each kind. */
export const GROUP_OF = {
	"key.unused": "unused",
	"key.deleted_unused": "unused",
	"key.expiring": "expiry",
	"key.rotation_due": "rotation",
	"key.leaked": "leaks",
	"workflow.message": "workflows",
	"webhook.parked": "webhooks",
} as const satisfies Record<NotificationKind, NotificationGroup>;
