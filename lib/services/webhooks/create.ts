import { AppError } from "#lib/core/errors.ts";
import { newId } from "#lib/core/ids.ts";
import { WEBHOOKS_MAX, type WebhookFields } from "#lib/core/webhooks.ts";
import { lockAgency } from "#lib/data/agencies.ts";
import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { countEndpoints, insertEndpoint } from "#lib/data/webhooks.ts";
import { recordAudit } from "../audit/record.ts";
import { auditedWebhook } from "./audited-webhook.ts";
import { permitWebhooks } from "./authorize.ts";
import { refuseClosedUrl } from "./check-url.ts";

/** Makes a webhook. The agency is held meanwhile, so that of two at once only as many come to be as there is room for. */
export async function createWebhook(ctx: Context, fields: WebhookFields) {
	permitWebhooks(ctx, "write");
	refuseClosedUrl(fields.url);
	return inTransaction(ctx, async (tx) => {
		await lockAgency(tx, ctx.agencyId);
		if ((await countEndpoints(tx, ctx.agencyId)) >= WEBHOOKS_MAX) {
			const text = `An agency may have up to ${WEBHOOKS_MAX} webhooks. Delete one that is not needed any more.`;
			throw new AppError("conflict", text);
		}
		const row = { id: newId(), createdByName: ctx.actor.name, ...fields };
		const endpoint = await insertEndpoint(tx, ctx.agencyId, row, ctx.now);
		await recordAudit(tx, ctx, {
			action: "webhook.create",
			subject: { kind: "webhook", id: endpoint.id },
			after: auditedWebhook(endpoint),
		});
		return { id: endpoint.id, url: endpoint.url };
	});
}
