import type { Context } from "#lib/data/context.ts";
import { withdrawEndpointNotifications } from "#lib/data/notifications.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { parkWaiting } from "#lib/data/webhook-deliveries.ts";
import { updateEndpoint } from "#lib/data/webhooks.ts";
import { recordAudit } from "../audit/record.ts";
import { auditedWebhook } from "./audited-webhook.ts";
import { lockChangeableEndpoint } from "./authorize.ts";

/** Deletes a webhook with its log. What waits for it is not sent any more. */
export function deleteWebhook(ctx: Context, { endpointId }: { endpointId: string }) {
	return inTransaction(ctx, async (tx) => {
		const before = await lockChangeableEndpoint(tx, ctx, endpointId);
		await updateEndpoint(tx, ctx.agencyId, endpointId, { deletedAt: ctx.now }, ctx.now);
		await parkWaiting(tx, ctx.agencyId, endpointId, ctx.now);
		await withdrawEndpointNotifications(tx, ctx.agencyId, endpointId, ctx.now);
		await recordAudit(tx, ctx, {
			action: "webhook.delete",
			subject: { kind: "webhook", id: endpointId },
			before: auditedWebhook(before),
		});
		return { id: endpointId, url: before.url };
	});
}
