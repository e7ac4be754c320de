import type { WebhookEventType } from "#lib/core/webhook-events.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { addJob } from "#lib/data/jobs.ts";
import { insertWebhookEvent, listSubscribers } from "#lib/data/webhook-outbox.ts";

/** Tells the agency's webhooks of an event, in the transaction of what happened: no change without it, and none without the change. */
export async function publishEvent(
	tx: Tx,
	{ agencyId, now }: Pick<Context, "agencyId" | "now">,
	event: { type: WebhookEventType; subjectId: string; data: object },
): Promise<void> {
	const endpoints = await listSubscribers(tx, agencyId, event.type);
	if (endpoints.length === 0) return;
	const ids = endpoints.map(({ id }) => id);
	await insertWebhookEvent(tx, agencyId, event, ids, now);
	for (const endpointId of ids) {
		await addJob(tx, "deliver-webhooks", { agencyId, endpointId }, { key: `webhook:${endpointId}` });
	}
}
