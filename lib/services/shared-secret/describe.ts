import { counts, type SharedSecretVersion } from "#lib/core/shared-secret.ts";
import type { Context } from "#lib/data/context.ts";
import { findSignedRequestsRule, listSharedSecrets } from "#lib/data/shared-secrets.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { permit } from "../permit.ts";

type Row = Awaited<ReturnType<typeof listSharedSecrets>>[number];

/** The versions of the agency's secret, the newest first, and whether requests must be signed. Never a text. */
export async function describeSharedSecret(ctx: Context) {
	permit(ctx, "shared_secret.use");
	return inTransaction(ctx, async (tx) => ({
		versions: (await listSharedSecrets(tx, ctx.agencyId)).map((row) => summarize(row, ctx.now)),
		signedRequestsRequired: await findSignedRequestsRule(tx, ctx.agencyId),
	}));
}

function summarize(row: Row, now: Date): SharedSecretVersion {
	const running = counts(row, now) ? "overlap" : "ended";
	return {
		id: row.id,
		version: row.version,
		createdAt: row.createdAt.toISOString(),
		createdByName: row.createdByName,
		endsAt: row.endsAt?.toISOString() ?? null,
		status: row.endsAt === null ? "current" : running,
	};
}
