import { notFound } from "#lib/core/errors.ts";
import { newId } from "#lib/core/ids.ts";
import { TEST_EVENT } from "#lib/core/webhook-events.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { findEndpoint } from "#lib/data/webhook-deliveries.ts";
import { insertWebhookEvent, startDelivering } from "#lib/data/webhook-outbox.ts";
import { recordAudit } from "../audit/record.ts";
import { permit } from "../permit.ts";
import { refuseWhenOff } from "./requeue-delivery.ts";

/** Sends one endpoint an event that means nothing, signed and delivered like every other. */
export async function publishTest(tx: Tx, ctx: Context, endpointId: string) {
	permit(ctx, "webhook.write");
	const { agencyId, now, actor } = ctx;
	const endpoint = await findEndpoint(tx, agencyId, endpointId);
	if (!endpoint || endpoint.deletedAt) throw notFound();
	refuseWhenOff(endpoint);
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
	return { eventId };
}
