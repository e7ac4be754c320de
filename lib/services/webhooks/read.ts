import { notFound } from "#lib/core/errors.ts";
import type { WebhookSummary } from "#lib/core/webhooks.ts";
import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { listEndpointRows } from "#lib/data/webhooks.ts";
import { permitWebhooks } from "./authorize.ts";
import { summarizeEndpoint } from "./summarize.ts";

/** One webhook of the agency. */
export async function readWebhook(
	ctx: Context,
	{ endpointId }: { endpointId: string },
): Promise<WebhookSummary> {
	permitWebhooks(ctx, "read");
	const [row] = await inTransaction(ctx, (tx) => listEndpointRows(tx, ctx.agencyId, endpointId));
	if (!row) throw notFound();
	return summarizeEndpoint(row);
}
