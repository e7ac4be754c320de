import { newId } from "#lib/core/ids.ts";
import type { WebhookEventType } from "#lib/core/webhook-events.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { Tx } from "./client.ts";
import { addJob } from "./jobs.ts";

/** The agency's endpoints that are on and want to hear of such an event. */
export const listSubscribers = (tx: Tx, agencyId: string, type: WebhookEventType) =>
	tx.webhookEndpoint.findMany({
		where: { agencyId, enabled: true, deletedAt: null, events: { has: type } },
		select: { id: true },
		orderBy: { id: "asc" },
	});

/** A key as webhooks tell of it, wherever it is: also in the trash, and at a location that was deleted. */
export const findToldKey = (tx: Tx, agencyId: string, keyId: string) =>
	tx.apiKey.findUnique({
		where: { agencyId_id: { agencyId, id: keyId } },
		select: {
			id: true,
			level: true,
			locationId: true,
			title: true,
			role: true,
			scopes: true,
			enabled: true,
			expiresAt: true,
			revokedAt: true,
			deletedAt: true,
			secretPrefix: true,
			secretLastFour: true,
		},
	});

export type NewEvent = {
	/** Given where the same event may be written twice: the second time nothing is. */
	id?: string;
	type: string;
	subjectId: string;
	data: object;
};

/** Writes an event and a delivery to each endpoint, due at once. */
export async function insertWebhookEvent(
	tx: Tx,
	agencyId: string,
	{ id: eventId = newId(), type, subjectId, data }: NewEvent,
	endpointIds: readonly string[],
	now: Date,
) {
	const row = {
		agencyId,
		id: eventId,
		type,
		subjectId,
		data: data as Prisma.InputJsonObject,
		createdAt: now,
	};
	const { count } = await tx.webhookEvent.createMany({ data: row, skipDuplicates: true });
	if (count === 0) return eventId;
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

/** Has what is due at an endpoint delivered, once the transaction has committed. */
export const startDelivering = (tx: Pick<Tx, "$executeRaw">, agencyId: string, endpointId: string) =>
	addJob(tx, "deliver-webhooks", { agencyId, endpointId }, { key: `webhook:${endpointId}` });

/** The same at a later time. Under a key of its own, so that it never puts off what is due at once. */
export const deliverLater = (
	tx: Pick<Tx, "$executeRaw">,
	agencyId: string,
	endpointId: string,
	runAt: Date,
) => addJob(tx, "deliver-webhooks", { agencyId, endpointId }, { runAt, key: `webhook:${endpointId}:later` });
