import { AppError } from "#lib/core/errors.ts";
import type { Context } from "#lib/data/context.ts";
import {
	findCurrentSharedSecret,
	lockSignedRequestsRule,
	writeSignedRequestsRule,
} from "#lib/data/shared-secrets.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { recordAudit } from "../audit/record.ts";
import { permit } from "../permit.ts";

/** Says whether a key of the agency is good in a signed request alone. Answers once every process has been told. */
export async function requireSignedRequests(ctx: Context, { required }: { required: boolean }) {
	permit(ctx, "policy.write");
	await inTransaction(ctx, async (tx) => {
		if (required && !(await findCurrentSharedSecret(tx, ctx.agencyId))) {
			throw new AppError(
				"conflict",
				"Create the shared secret first. Without one, every request of your agency would be refused.",
			);
		}
		const before = await lockSignedRequestsRule(tx, ctx.agencyId, ctx.now);
		if (before === required) return;
		await writeSignedRequestsRule(tx, ctx.agencyId, required, ctx.now);
		await recordAudit(tx, ctx, {
			action: "policy.edit",
			subject: { kind: "policy", id: ctx.agencyId },
			before: { requireSignedRequests: before },
			after: { requireSignedRequests: required },
		});
	});
	return { required, propagation: await ctx.database.changes.confirm() };
}
