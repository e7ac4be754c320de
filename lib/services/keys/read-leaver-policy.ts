import type { Context } from "#lib/data/context.ts";
import { disablesLeaverKeys } from "#lib/data/leaver-policy.ts";
import { inTransaction } from "#lib/data/transaction.ts";

/** Whether keys are switched off when the person who made them goes: whoever removes somebody is told so first. */
export const readLeaverPolicy = (ctx: Context) =>
	inTransaction(ctx, async (tx) => ({ disablesKeys: await disablesLeaverKeys(tx, ctx.agencyId) }));
