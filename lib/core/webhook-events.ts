/** What a webhook can be told of. */
export const WEBHOOK_EVENTS = [
	"key.created",
	"key.updated",
	"key.rotated",
	"key.disabled",
	"key.enabled",
	"key.revoked",
	"key.deleted",
	"key.restored",
	"key.expiring",
	"key.used_from_new_address",
] as const;

export type WebhookEventType = (typeof WEBHOOK_EVENTS)[number];
