import type { EndpointFacts } from "#lib/data/webhooks.ts";

/** What the audit log keeps of a webhook. */
export const auditedWebhook = ({ url, description, events, enabled }: EndpointFacts) => ({
	url,
	description,
	events,
	enabled,
});
