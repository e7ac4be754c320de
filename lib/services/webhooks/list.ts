import type { WebhookSummary } from "#lib/core/webhooks.ts";
import type { Context } from "#lib/data/context.ts";
import { findCurrentSharedSecret } from "#lib/data/shared-secrets.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { listEndpointRows } from "#lib/data/webhooks.ts";
import { permitWebhooks } from "./authorize.ts";
import { summarizeEndpoint } from "./summarize.ts";

/** The agency's webhooks, and whether there is a secret to sign with. */
export async function listWebhooks(ctx: Context): Promise<{ rows: WebhookSummary[]; hasSecret: boolean }> {
	permitWebhooks(ctx, "read");
	return inTransaction(ctx, async (tx) => ({
		rows: (await listEndpointRows(tx, ctx.agencyId)).map(summarizeEndpoint),
		hasSecret: (await findCurrentSharedSecret(tx, ctx.agencyId)) !== null,
	}));
}
