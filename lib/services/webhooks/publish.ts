import { keyStatus, maskKey } from "#lib/core/keys/key.ts";
import type { WebhookEventType } from "#lib/core/webhook-events.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Actor, Context } from "#lib/data/context.ts";
import {
	findToldKey,
	insertWebhookEvent,
	listSubscribers,
	type NewEvent,
	startDelivering,
} from "#lib/data/webhook-outbox.ts";

type Place = Pick<Context, "agencyId" | "now">;

/** Tells the agency's webhooks of an event, in the transaction of what happened: no change without it, and none without the change. */
export const publishEvent = (
	tx: Tx,
	place: Place,
	{ data, ...event }: { type: WebhookEventType; subjectId: string; data: object },
): Promise<void> => publish(tx, place, event, async () => data);

/**
 * {@link publishEvent} about a key as it stands in this transaction. `more` is what else there is to tell: never a secret.
 * An event with an `id` is written once, however often it is published.
 */
export const publishKeyEvent = (
	tx: Tx,
	place: Place & { actor: Actor },
	type: WebhookEventType,
	keyId: string,
	{ id, more = {} }: { id?: string; more?: object } = {},
): Promise<void> =>
	publish(tx, place, { type, subjectId: keyId, ...(id && { id }) }, async () => {
		const told = await describeKey(tx, place, keyId);
		return told && { ...told, ...more };
	});

async function publish(
	tx: Tx,
	{ agencyId, now }: Place,
	event: Omit<NewEvent, "data"> & { type: WebhookEventType },
	makeData: () => Promise<object | null>,
) {
	const endpoints = await listSubscribers(tx, agencyId, event.type);
	if (endpoints.length === 0) return;
	const data = await makeData();
	if (data === null) return;
	const ids = endpoints.map(({ id }) => id);
	await insertWebhookEvent(tx, agencyId, { ...event, data }, ids, now);
	for (const endpointId of ids) await startDelivering(tx, agencyId, endpointId);
}

async function describeKey(tx: Tx, { agencyId, now, actor }: Place & { actor: Actor }, keyId: string) {
	const key = await findToldKey(tx, agencyId, keyId);
	if (!key) return null;
	return {
		keyId,
		agencyId,
		locationId: key.locationId,
		level: key.level,
		title: key.title,
		role: key.role,
		scopes: key.scopes,
		status: keyStatus(key, now),
		enabled: key.enabled,
		expiresAt: key.expiresAt?.toISOString() ?? null,
		deletedAt: key.deletedAt?.toISOString() ?? null,
		masked: maskKey(key),
		actor: { kind: actor.kind, name: actor.name },
		at: now.toISOString(),
	};
}
