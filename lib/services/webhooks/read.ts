import type { WebhookSummary } from "#lib/core/webhooks.ts";
import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { listEndpointRows } from "#lib/data/webhooks.ts";
import { permitWebhooks } from "./authorize.ts";
import { summarizeEndpoint } from "./summarize.ts";

/** One webhook of the agency; null when there is none of this id. */
export async function findWebhook(
	ctx: Context,
	{ endpointId }: { endpointId: string },
): Promise<WebhookSummary | null> {
	permitWebhooks(ctx, "read");
	const [row] = await inTransaction(ctx, (tx) => listEndpointRows(tx, ctx.agencyId, endpointId));
	return row ? summarizeEndpoint(row) : null;
}
