import { webhookMessage } from "#lib/core/webhook-events.ts";
import type { DeliveryDetail } from "#lib/core/webhooks.ts";
import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { findDelivery, findSubjectName } from "#lib/data/webhook-log.ts";
import { permitWebhooks } from "./authorize.ts";
import { deliveryState } from "./summarize.ts";

type Asked = { endpointId: string; deliveryId: string };

/** Everything about one delivery to a webhook: the message, and each attempt. Null when the webhook has none of this id. */
export async function findWebhookDelivery(
	ctx: Context,
	{ endpointId, deliveryId }: Asked,
): Promise<DeliveryDetail | null> {
	permitWebhooks(ctx, "read");
	return inTransaction(ctx, async (tx) => {
		const found = await findDelivery(tx, ctx.agencyId, deliveryId);
		if (found?.endpointId !== endpointId) return null;
		const state = deliveryState(found.state);
		return {
			id: found.id,
			eventId: found.eventId,
			type: found.event.type,
			subjectName: await findSubjectName(tx, ctx.agencyId, found.eventId),
			state,
			attempts: found.attempts,
			nextAt: state === "pending" ? found.nextAt.toISOString() : null,
			createdAt: found.createdAt.toISOString(),
			body: JSON.stringify(webhookMessage(found.event), null, 2),
			tries: found.tries.map((attempt) => ({ ...attempt, at: attempt.at.toISOString() })),
		};
	});
}
