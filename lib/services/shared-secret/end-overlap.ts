import { AppError } from "#lib/core/errors.ts";
import { counts } from "#lib/core/shared-secret.ts";
import type { Context } from "#lib/data/context.ts";
import { endSharedSecret, lockSharedSecret } from "#lib/data/shared-secrets.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { recordAudit } from "../audit/record.ts";
import { permit } from "../permit.ts";

/** Ends the version before the current one now, whatever time it had left. */
export async function endSharedSecretOverlap(ctx: Context, { version }: { version: number }) {
	permit(ctx, "shared_secret.use");
	return inTransaction(ctx, async (tx) => {
		const before = await lockSharedSecret(tx, ctx.agencyId, version);
		if (!before?.endsAt || !counts(before, ctx.now)) {
			throw new AppError("conflict", `Version ${version} has no overlap that could end. Reload the page.`);
		}
		await endSharedSecret(tx, ctx.agencyId, before.id, { endsAt: ctx.now, now: ctx.now });
		await recordAudit(tx, ctx, {
			action: "shared_secret.end",
			subject: { kind: "shared_secret", id: before.id },
			before: { version, endsAt: before.endsAt.toISOString() },
			after: { version, endsAt: ctx.now.toISOString() },
		});
		return { version };
	});
}
