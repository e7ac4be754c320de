import { notFound } from "#lib/core/errors.ts";
import { isAllowed } from "#lib/core/permissions.ts";
import type { Policy } from "#lib/core/policies.ts";
import type { Context } from "#lib/data/context.ts";
import { countPolicyEffects, readPolicy } from "#lib/data/policies.ts";
import { inTransaction } from "#lib/data/transaction.ts";

export type { PolicyEffects, StoredPolicy } from "#lib/data/policies.ts";

/** To people without a role in the agency, its policies do not exist. */
export function permitReading(ctx: Context) {
	if (!isAllowed(ctx.grants, "policy.read", null)) throw notFound();
}

/** What the agency asks of its keys, and how many keys of today that concerns. */
export async function readPolicyWithEffects(ctx: Context) {
	permitReading(ctx);
	return inTransaction(ctx, async (tx) => {
		const stored = await readPolicy(tx, ctx.agencyId);
		return { ...stored, effects: await countPolicyEffects(tx, ctx.agencyId, stored.policy, ctx.now) };
	});
}

/** How many keys of today a policy would concern that nobody has saved yet. */
export async function previewPolicy(ctx: Context, policy: Policy) {
	permitReading(ctx);
	return inTransaction(ctx, (tx) => countPolicyEffects(tx, ctx.agencyId, policy, ctx.now));
}
