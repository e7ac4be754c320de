import { log } from "#lib/config/log.ts";
import { maskKey } from "#lib/core/keys/key.ts";
import { tokensKeptSince } from "#lib/core/keys/location-token.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { listEndedTokens, lockEndedToken, purgeToken, type TokenFacts } from "#lib/data/location-tokens.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { recordAudit } from "../audit/record.ts";

const BATCH_MAX = 200;

type Purge = { dryRun: boolean; signal: AbortSignal };

/** Removes for good the location tokens of an agency that ended more than a day ago, each in a transaction of its own. */
export async function purgeTokens(
	ctx: Context,
	{ dryRun, signal }: Purge,
	done: { purged: number; failed: number },
) {
	const before = tokensKeptSince(ctx.now);
	let after: string | null = null;
	let batch: { id: string }[];
	do {
		batch = await inTransaction(ctx, (tx) =>
			listEndedTokens(tx, ctx.agencyId, { before, after, max: BATCH_MAX }),
		);
		for (const { id } of batch) {
			if (signal.aborted) return;
			if (dryRun) done.purged++;
			else await purgeOne(ctx, id, before, done);
		}
		after = batch.at(-1)?.id ?? null;
	} while (batch.length === BATCH_MAX);
}

async function purgeOne(ctx: Context, keyId: string, before: Date, done: { purged: number; failed: number }) {
	try {
		const isPurged = await inTransaction(ctx, async (tx) => {
			const token = await lockEndedToken(tx, ctx.agencyId, keyId, before);
			if (!token || !(await purgeToken(tx, ctx.agencyId, keyId))) return false;
			await recordPurgedToken(tx, ctx, token);
			return true;
		});
		if (isPurged) done.purged++;
	} catch (error) {
		done.failed++;
		log().error(
			{ err: error, agencyId: ctx.agencyId, keyId },
			"an ended token could not be removed for good",
		);
	}
}

/** Tells the audit log of a token that is gone for good. */
export function recordPurgedToken(tx: Tx, ctx: Context, token: TokenFacts) {
	const { id, secretPrefix, secretLastFour, expiresAt, revokedAt, ...facts } = token;
	return recordAudit(tx, ctx, {
		action: "key.purge",
		subject: { kind: "key", id },
		locationId: token.locationId,
		before: {
			...facts,
			key: maskKey(token),
			expiresAt: expiresAt?.toISOString() ?? null,
			revokedAt: revokedAt?.toISOString() ?? null,
		},
	});
}
