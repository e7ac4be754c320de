import { AppError, notFound } from "#lib/core/errors.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { lockDelivery, renewDelivery } from "#lib/data/webhook-deliveries.ts";
import { startDelivering } from "#lib/data/webhook-outbox.ts";
import { recordAudit } from "../audit/record.ts";
import { permit } from "../permit.ts";

/** Sends an event to an endpoint again, under the id that it has: whether it was delivered, parked or still waits. */
export async function requeueDelivery(tx: Tx, ctx: Context, deliveryId: string) {
	permit(ctx, "webhook.write");
	const delivery = await lockDelivery(tx, ctx.agencyId, deliveryId);
	if (!delivery) throw notFound();
	refuseWhenOff(delivery.endpoint);
	const { endpointId, event, state } = delivery;
	await renewDelivery(tx, ctx.agencyId, deliveryId, ctx.now);
	await startDelivering(tx, ctx.agencyId, endpointId);
	await recordAudit(tx, ctx, {
		action: "webhook.resend",
		subject: { kind: "webhook", id: endpointId },
		before: { state },
		after: { deliveryId, eventId: event.id, type: event.type },
	});
	return { endpointId, eventId: event.id };
}

export function refuseWhenOff({ enabled }: { enabled: boolean }) {
	if (!enabled) throw new AppError("conflict", "This webhook is switched off. Switch it on first.");
}
