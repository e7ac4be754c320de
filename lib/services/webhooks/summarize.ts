import type { DeliveryState, WebhookSummary } from "#lib/core/webhooks.ts";
import type { EndpointRow } from "#lib/data/webhooks.ts";

const STATES = { PENDING: "pending", DELIVERED: "delivered", PARKED: "parked" } as const;

export const deliveryState = (stored: string): DeliveryState => STATES[stored as keyof typeof STATES];

export const summarizeEndpoint = ({ lastState, lastAt, createdAt, ...row }: EndpointRow): WebhookSummary => ({
	...row,
	lastDelivery: lastState && lastAt && { state: deliveryState(lastState), at: lastAt.toISOString() },
	createdAt: createdAt.toISOString(),
});
