import { AppError, notFound } from "#lib/core/errors.ts";
import { newId } from "#lib/core/ids.ts";
import { TEST_EVENT } from "#lib/core/webhook-events.ts";
import { TESTS_A_MINUTE_MAX } from "#lib/core/webhooks.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { withdrawEndpointNotifications } from "#lib/data/notifications.ts";
import { countParked } from "#lib/data/webhook-deliveries.ts";
import { countTestsSince, lockDelivery, resetDelivery } from "#lib/data/webhook-log.ts";
import { insertWebhookEvent, startDelivering } from "#lib/data/webhook-outbox.ts";
import { lockEndpoint } from "#lib/data/webhooks.ts";
import { recordAudit } from "../audit/record.ts";

const MINUTE_MS = 60_000;

/** Sends once more what was delivered or given up: the same message under the same id, with all its attempts anew. */
export async function requeueDelivery(tx: Tx, ctx: Context, deliveryId: string) {
	const delivery = await lockDelivery(tx, ctx.agencyId, deliveryId);
	if (!delivery) throw notFound();
	if (delivery.state === "PENDING") throw new AppError("conflict", "This is on its way already.");
	refuseWhenOff(delivery.endpoint);
	await resetDelivery(tx, ctx.agencyId, deliveryId, ctx.now);
	await startDelivering(tx, ctx.agencyId, delivery.endpointId);
	if ((await countParked(tx, ctx.agencyId, delivery.endpointId)) === 0) {
		await withdrawEndpointNotifications(tx, ctx.agencyId, delivery.endpointId, ctx.now);
	}
	await recordAudit(tx, ctx, {
		action: "webhook.resend",
		subject: { kind: "webhook", id: delivery.endpointId },
		after: { deliveryId, eventId: delivery.eventId, type: delivery.event.type },
	});
	return { id: delivery.id, endpointId: delivery.endpointId };
}

/** Sends one endpoint an event that means nothing, signed and delivered like every other. */
export async function publishTest(tx: Tx, ctx: Context, endpointId: string) {
	const endpoint = await lockEndpoint(tx, ctx.agencyId, endpointId);
	if (!endpoint) throw notFound();
	refuseWhenOff(endpoint);
	const { agencyId, actor, now } = ctx;
	const minuteAgo = new Date(now.getTime() - MINUTE_MS);
	if ((await countTestsSince(tx, agencyId, endpointId, minuteAgo)) >= TESTS_A_MINUTE_MAX) {
		const text = `Up to ${TESTS_A_MINUTE_MAX} tests a minute can be sent to a webhook. Wait a moment.`;
		throw new AppError("rate_limited", text);
	}
	const data = {
		endpointId,
		agencyId,
		message: "This is a test. Nothing has happened.",
		actor: { kind: actor.kind, name: actor.name },
		at: now.toISOString(),
	};
	// A subject of its own: a test that fails holds back no other.
	const event = { type: TEST_EVENT, subjectId: newId(), data };
	const eventId = await insertWebhookEvent(tx, agencyId, event, [endpointId], now);
	await startDelivering(tx, agencyId, endpointId);
	await recordAudit(tx, ctx, {
		action: "webhook.test",
		subject: { kind: "webhook", id: endpointId },
		after: { eventId },
	});
	return { id: endpointId, eventId };
}

function refuseWhenOff({ enabled }: { enabled: boolean }) {
	if (!enabled) throw new AppError("conflict", "This webhook is switched off. Switch it on to send to it.");
}
