import { AppError } from "#lib/core/errors.ts";
import type { WebhookEdit } from "#lib/core/webhooks.ts";
import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { lockChangeableEndpoint } from "./authorize.ts";
import { changeEndpoint } from "./change-endpoint.ts";
import { refuseClosedUrl } from "./check-url.ts";

/** Changes where a webhook leads and what it is told of. Refuses when somebody else changed it since `version`. */
export function editWebhook(ctx: Context, { endpointId, version, ...fields }: WebhookEdit) {
	return inTransaction(ctx, async (tx) => {
		const before = await lockChangeableEndpoint(tx, ctx, endpointId);
		if (before.version !== version) {
			throw new AppError(
				"conflict",
				"Somebody else changed this webhook meanwhile. Reload to see what it says now.",
			);
		}
		refuseClosedUrl(fields.url);
		return changeEndpoint(tx, ctx, before, fields);
	});
}
