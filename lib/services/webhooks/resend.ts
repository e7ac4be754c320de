import { notFound } from "#lib/core/errors.ts";
import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { lockDelivery } from "#lib/data/webhook-log.ts";
import { permitWebhooks } from "./authorize.ts";
import { requeueDelivery } from "./requeue.ts";

/** Sends a delivery that is over once more. */
export function resendDelivery(ctx: Context, { deliveryId }: { deliveryId: string }) {
	return inTransaction(ctx, async (tx) => {
		if (!(await lockDelivery(tx, ctx.agencyId, deliveryId))) throw notFound();
		permitWebhooks(ctx, "write");
		return requeueDelivery(tx, ctx, deliveryId);
	});
}
