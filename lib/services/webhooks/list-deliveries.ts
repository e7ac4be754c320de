import { notFound } from "#lib/core/errors.ts";
import type { DeliverySummary } from "#lib/core/webhooks.ts";
import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import {
	countDeliveries,
	type DeliveryQuery,
	type DeliveryRow,
	listDeliveryRows,
} from "#lib/data/webhook-log.ts";
import { findEndpoint } from "#lib/data/webhooks.ts";
import { permitWebhooks } from "./authorize.ts";
import { deliveryState } from "./summarize.ts";

export type { DeliveryQuery } from "#lib/data/webhook-log.ts";

/** One page of what was sent to a webhook, the newest first, and how much there is in all. */
export async function listDeliveries(
	ctx: Context,
	query: DeliveryQuery,
): Promise<{ rows: DeliverySummary[]; total: number }> {
	permitWebhooks(ctx, "read");
	return inTransaction(ctx, async (tx) => {
		if (!(await findEndpoint(tx, ctx.agencyId, query.endpointId))) throw notFound();
		return {
			total: await countDeliveries(tx, ctx.agencyId, query),
			rows: (await listDeliveryRows(tx, ctx.agencyId, query)).map(summarize),
		};
	});
}

function summarize({ at, status, problem, ...row }: DeliveryRow): DeliverySummary {
	const state = deliveryState(row.state);
	return {
		...row,
		state,
		nextAt: state === "pending" ? row.nextAt.toISOString() : null,
		createdAt: row.createdAt.toISOString(),
		lastAttempt: at && { at: at.toISOString(), status, problem },
	};
}
