import { scopesWithout, unusedScopes } from "#lib/core/keys/unused-scopes.ts";
import type { Scope } from "#lib/core/scopes.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import type { KeyFacts } from "#lib/data/keys.ts";
import { readScopeRecordStart, readScopeUses } from "#lib/data/scope-uses.ts";

/** What would be left of a key's scopes without those that nobody has used for long; null when none is known to be unused. */
export async function readScopesLeft(tx: Tx, ctx: Context, key: KeyFacts): Promise<readonly Scope[] | null> {
	const granted = key.scopes as Scope[];
	const uses = await readScopeUses(tx, ctx.agencyId, key.id);
	const recordedSince = await readScopeRecordStart(tx);
	const record = { ...key, ...uses, granted, recordedSince, now: ctx.now };
	const unused = unusedScopes(record);
	return unused.length === 0 ? null : scopesWithout(record, unused);
}
