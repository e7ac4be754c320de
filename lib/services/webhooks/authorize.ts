import { AppError, notFound } from "#lib/core/errors.ts";
import { isAllowed } from "#lib/core/permissions.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { type EndpointFacts, lockEndpoint } from "#lib/data/webhooks.ts";

/** Refuses unless the actor may look at the agency's webhooks, or change them. To people of locations there are none. */
export function permitWebhooks(ctx: Context, verb: "read" | "write") {
	if (!isAllowed(ctx.grants, "webhook.read", null)) throw notFound();
	if (verb === "read" || isAllowed(ctx.grants, "webhook.write", null)) return;
	throw new AppError("forbidden", "Your role here may look at webhooks, not change them.");
}

/** Locks a webhook that the actor may change. */
export async function lockChangeableEndpoint(
	tx: Tx,
	ctx: Context,
	endpointId: string,
): Promise<EndpointFacts> {
	const endpoint = await lockEndpoint(tx, ctx.agencyId, endpointId);
	if (!endpoint) throw notFound();
	permitWebhooks(ctx, "write");
	return endpoint;
}
