import { isDeepStrictEqual } from "node:util";
import { AppError } from "#lib/core/errors.ts";
import type { PolicyEdit } from "#lib/core/policy-fields.ts";
import type { Context } from "#lib/data/context.ts";
import { ensurePolicy, lockPolicy, updatePolicy } from "#lib/data/policies.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { recordAudit } from "../audit/record.ts";
import { permit } from "../permit.ts";
import { permitReading } from "./read.ts";

/** Changes what the agency asks of its keys. Refuses when somebody else changed it since `version`. */
export async function editPolicy(ctx: Context, { version, ...policy }: PolicyEdit) {
	permitReading(ctx);
	permit(ctx, "policy.write");
	return inTransaction(ctx, async (tx) => {
		await ensurePolicy(tx, ctx.agencyId, ctx.now);
		const before = await lockPolicy(tx, ctx.agencyId);
		if (before.version !== version) {
			throw new AppError("conflict", "Somebody else changed the policies meanwhile. Nothing was saved.");
		}
		if (isDeepStrictEqual(before.policy, policy)) return before;

		const after = await updatePolicy(tx, ctx.agencyId, policy, ctx.now);
		await recordAudit(tx, ctx, {
			action: "policy.edit",
			subject: { kind: "policy", id: ctx.agencyId },
			before: before.policy,
			after: after.policy,
		});
		return after;
	});
}
