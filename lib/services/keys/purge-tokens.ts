import { maskKey } from "#lib/core/keys/key.ts";
import { tokensKeptSince } from "#lib/core/keys/location-token.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { listEndedTokens, lockEndedToken, purgeToken, type TokenFacts } from "#lib/data/location-tokens.ts";
import { recordAudit } from "../audit/record.ts";
import { type Purge, type Purged, purgeEach } from "./purge-each.ts";

/** Removes for good the location tokens of an agency that ended more than a day ago. */
export function purgeTokens(ctx: Context, purge: Purge, done: Purged) {
	const before = tokensKeptSince(ctx.now);
	const tokens = {
		list: (tx: Tx, after: { id: string } | null, max: number) =>
			listEndedTokens(tx, ctx.agencyId, { before, after: after?.id ?? null, max }),
		removeForGood: async (tx: Tx, keyId: string) => {
			const token = await lockEndedToken(tx, ctx.agencyId, keyId, before);
			if (!token || !(await purgeToken(tx, ctx.agencyId, keyId))) return false;
			await recordPurgedToken(tx, ctx, token);
			return true;
		},
		failure: "an ended token could not be removed for good",
	};
	return purgeEach(ctx, tokens, purge, done);
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
