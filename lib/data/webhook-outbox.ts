import { newId } from "#lib/core/ids.ts";
import type { WebhookEventType } from "#lib/core/webhook-events.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { Tx } from "./client.ts";

/** The agency's endpoints that are on and want to hear of such an event. */
export const listSubscribers = (tx: Tx, agencyId: string, type: WebhookEventType) =>
	tx.webhookEndpoint.findMany({
		where: { agencyId, enabled: true, deletedAt: null, events: { has: type } },
		select: { id: true },
		orderBy: { id: "asc" },
	});

/** Writes an event and a delivery to each endpoint, due at once. */
export async function insertWebhookEvent(
	tx: Tx,
	agencyId: string,
	event: { type: string; subjectId: string; data: object },
	endpointIds: readonly string[],
	now: Date,
) {
	const { type, subjectId } = event;
	const eventId = newId();
	const row = { agencyId, id: eventId, type, subjectId, data: event.data as Prisma.InputJsonObject };
	await tx.webhookEvent.create({ data: { ...row, createdAt: now }, select: { id: true } });
	await tx.webhookDelivery.createMany({
		data: endpointIds.map((endpointId) => ({
			agencyId,
			id: newId(),
			endpointId,
			eventId,
			subjectId,
			nextAt: now,
			createdAt: now,
		})),
	});
	return eventId;
}
