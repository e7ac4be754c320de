import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { lockChangeableEndpoint } from "./authorize.ts";
import { changeEndpoint } from "./change-endpoint.ts";

/** Switches a webhook on or off. Saying twice what is already so changes nothing and is no error. */
export function setWebhookEnabled(
	ctx: Context,
	{ endpointId, enabled }: { endpointId: string; enabled: boolean },
) {
	return inTransaction(ctx, async (tx) => {
		const before = await lockChangeableEndpoint(tx, ctx, endpointId);
		if (before.enabled === enabled) return { id: before.id, url: before.url };
		return changeEndpoint(tx, ctx, before, { enabled });
	});
}
