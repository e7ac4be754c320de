import type { WebhookFields } from "#lib/core/webhooks.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { parkWaiting } from "#lib/data/webhook-deliveries.ts";
import { type EndpointFacts, updateEndpoint } from "#lib/data/webhooks.ts";
import { recordAudit } from "../audit/record.ts";
import { auditedWebhook } from "./audited-webhook.ts";

/** Writes a change of a webhook and its audit event. What waits for one that is switched off is not sent any more. */
export async function changeEndpoint(
	tx: Tx,
	ctx: Context,
	before: EndpointFacts,
	change: Partial<WebhookFields>,
) {
	const after = await updateEndpoint(tx, ctx.agencyId, before.id, change, ctx.now);
	if (before.enabled && !after.enabled) await parkWaiting(tx, ctx.agencyId, before.id, ctx.now);
	await recordAudit(tx, ctx, {
		action: "webhook.edit",
		subject: { kind: "webhook", id: before.id },
		before: auditedWebhook(before),
		after: auditedWebhook(after),
	});
	return { id: after.id, url: after.url };
}
