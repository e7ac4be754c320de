import { scopesKnownSince, UNUSED_SCOPE_DAYS, unusedScopes } from "#lib/core/keys/unused-scopes.ts";
import type { Scope } from "#lib/core/scopes.ts";
import type { Context } from "#lib/data/context.ts";
import { readScopeRecordStart, readScopeUses } from "#lib/data/scope-uses.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { findReadableKey } from "./authorize.ts";

const DAY_MS = 86_400_000;

export type ScopeReview = Awaited<ReturnType<typeof describeScopes>>;

/** What a key holds against what was used of it. Uses of the last minute may be missing. */
export function describeScopes(ctx: Context, { keyId }: { keyId: string }) {
	return inTransaction(ctx, async (tx) => {
		const key = await findReadableKey(tx, ctx, keyId);
		const { lastUsed, lastUnnamed } = await readScopeUses(tx, ctx.agencyId, keyId);
		const { createdAt, scopesAddedAt } = key;
		const recordedSince = await readScopeRecordStart(tx);
		const granted = key.scopes as Scope[];
		const record = { granted, lastUsed, lastUnnamed, createdAt, scopesAddedAt, recordedSince, now: ctx.now };
		const knownSince = scopesKnownSince(record);
		return {
			version: key.version,
			granted,
			lastUsed: Object.fromEntries([...lastUsed].map(([scope, at]) => [scope, at.toISOString()])),
			lastUnnamed: lastUnnamed?.toISOString() ?? null,
			unused: unusedScopes(record),
			knownSince: knownSince.toISOString(),
			tellableAt: new Date(knownSince.getTime() + UNUSED_SCOPE_DAYS * DAY_MS).toISOString(),
			isUnnamedLately:
				lastUnnamed !== null && ctx.now.getTime() - lastUnnamed.getTime() <= UNUSED_SCOPE_DAYS * DAY_MS,
			isRevoked: key.revokedAt !== null,
		};
	});
}
