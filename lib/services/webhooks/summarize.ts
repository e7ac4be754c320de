import { DELIVERY_STATES, type DeliveryState } from "#lib/core/webhook-log.ts";
import type { WebhookSummary } from "#lib/core/webhooks.ts";
import type { EndpointRow } from "#lib/data/webhooks.ts";

/** The state of a delivery as screens know it. */
export function deliveryState(stored: string): DeliveryState {
	const state = DELIVERY_STATES.find((one) => one.toUpperCase() === stored);
	if (!state) throw new Error(`a delivery is ${stored}`);
	return state;
}

export const summarizeEndpoint = ({ lastState, lastAt, createdAt, ...row }: EndpointRow): WebhookSummary => ({
	...row,
	lastDelivery: lastState && lastAt && { state: deliveryState(lastState), at: lastAt.toISOString() },
	createdAt: createdAt.toISOString(),
});
