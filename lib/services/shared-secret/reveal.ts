import { notFound } from "#lib/core/errors.ts";
import { counts } from "#lib/core/shared-secret.ts";
import type { Context } from "#lib/data/context.ts";
import { findSharedSecret } from "#lib/data/shared-secrets.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { recordAudit } from "../audit/record.ts";
import { permit } from "../permit.ts";
import { requireStepUp } from "../require-step-up.ts";
import { openVersion } from "./seal.ts";

/** The text of a version that still counts, for the one answer that carries it. No event, no text. */
export async function revealSharedSecret(ctx: Context, { id }: { id: string }) {
	permit(ctx, "shared_secret.use");
	requireStepUp(ctx, "Whoever sees the shared secret can sign as your agency.");
	return inTransaction(ctx, async (tx) => {
		const secret = await findSharedSecret(tx, ctx.agencyId, id);
		if (!secret || !counts(secret, ctx.now)) throw notFound();
		const text = openVersion(secret);
		await recordAudit(tx, ctx, {
			action: "shared_secret.reveal",
			subject: { kind: "shared_secret", id },
			after: { version: secret.version },
		});
		return { version: secret.version, text };
	});
}
