import { AppError } from "#lib/core/errors.ts";
import { scopesWithout } from "#lib/core/keys/unused-scopes.ts";
import type { Scope } from "#lib/core/scopes.ts";
import type { Context } from "#lib/data/context.ts";
import type { KeyFacts } from "#lib/data/keys.ts";
import { readScopeUses } from "#lib/data/scope-uses.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { findReadableKey } from "./authorize.ts";
import { patchKey } from "./patch.ts";

export type TakeScopesAway = { keyId: string; version: number; scopes: readonly Scope[] };

/**
 * Takes scopes from a key, as an edit does. A `.write` that was used for reading leaves its `.readonly`. Refuses to leave
 * nothing, and to take what somebody has changed since `version`.
 */
export async function takeScopesAway(ctx: Context, { keyId, version, scopes }: TakeScopesAway) {
	const { lastUsed } = await inTransaction(ctx, async (tx) => {
		const key = await findReadableKey(tx, ctx, keyId);
		return readScopeUses(tx, ctx.agencyId, key.id);
	});
	const changes = (before: KeyFacts) => {
		const granted = before.scopes as Scope[];
		if (!scopes.some((scope) => granted.includes(scope))) {
			throw refuse("conflict", "The key holds none of these scopes any more. Reload to see what it holds.");
		}
		const kept = scopesWithout({ granted, lastUsed }, scopes);
		if (kept.length === 0) {
			throw refuse("invalid_input", "A key keeps at least one scope. Switch it off or delete it instead.");
		}
		return { scopes: [...kept] };
	};
	return patchKey(ctx, { keyId, version, changes });
}

const refuse = (code: "conflict" | "invalid_input", message: string) =>
	new AppError(code, message, { fields: [{ field: "scopes", message }] });
