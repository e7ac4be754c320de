import type { AuditAction } from "./audit.ts";

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

/** What an endpoint is sent to try it. Nobody subscribes to it. */
export const TEST_EVENT = "webhook.test";

/** The changes that webhooks are told of, by what the audit log calls them. Purging comes after `key.deleted` and is not one. */
const OF_CHANGES: Readonly<Partial<Record<AuditAction, WebhookEventType>>> = {
	"key.create": "key.created",
	"key.edit": "key.updated",
	"key.keep_alive": "key.updated",
	"key.extend_overlap": "key.updated",
	"key.end_overlap": "key.updated",
	"key.rotate": "key.rotated",
	"key.disable": "key.disabled",
	"key.enable": "key.enabled",
	"key.revoke": "key.revoked",
	"key.delete": "key.deleted",
	"key.restore": "key.restored",
};

/** The event that a change is told as; null when webhooks do not hear of it. */
export const eventOfChange = (action: AuditAction) => OF_CHANGES[action] ?? null;

/** A message as Standard Webhooks lays it out. Of one event its JSON is the same in every attempt, to the byte. */
export const webhookMessage = (event: { type: string; createdAt: Date; data: unknown }) => ({
	type: event.type,
	timestamp: event.createdAt.toISOString(),
	data: event.data,
});
