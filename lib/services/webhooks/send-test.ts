import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { lockChangeableEndpoint } from "./authorize.ts";
import { publishTest } from "./requeue.ts";

/** Sends a test to a webhook, on the way that events go. */
export function sendTest(ctx: Context, { endpointId }: { endpointId: string }) {
	return inTransaction(ctx, async (tx) => {
		await lockChangeableEndpoint(tx, ctx, endpointId);
		return publishTest(tx, ctx, endpointId);
	});
}
