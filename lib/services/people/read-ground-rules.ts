import type { Context } from "#lib/data/context.ts";
import { readPolicy } from "#lib/data/policies.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { isMailConfigured } from "#lib/mail/send.ts";

/** What whoever manages people is told beforehand: what becomes of a leaver's keys, and whether links go out by mail. */
export const readGroundRules = (ctx: Context) =>
	inTransaction(ctx, async (tx) => ({
		disablesKeys: (await readPolicy(tx, ctx.agencyId)).policy.leaverKeys === "DISABLE",
		sendsMail: isMailConfigured(),
	}));
