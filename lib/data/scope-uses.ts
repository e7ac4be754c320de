import { SCOPES } from "#lib/core/scopes.ts";
import type { Tx } from "./client.ts";

/** When good uses of a key last asked for each scope, and when one last named none. */
export type ScopeUses = { lastUsed: ReadonlyMap<string, Date>; lastUnnamed: Date | null };

const NAMES = new Set<string>(SCOPES);
const NONE: ScopeUses = { lastUsed: new Map(), lastUnnamed: null };

/** Since when uses are recorded by scope. */
export async function readScopeRecordStart(tx: Tx): Promise<Date> {
	const row = await tx.installation.findUniqueOrThrow({ where: { id: 1 }, select: { scopeUsesSince: true } });
	return row.scopeUsesSince;
}

/** What is recorded of one key's scopes. */
export async function readScopeUses(tx: Tx, agencyId: string, keyId: string): Promise<ScopeUses> {
	return (await readScopeUsesOfKeys(tx, agencyId, [keyId]))(keyId);
}

/** {@link readScopeUses} for the keys of a page. */
export async function readScopeUsesOfKeys(tx: Tx, agencyId: string, keyIds: readonly string[]) {
	const rows = await tx.keyScopeUse.findMany({
		where: { agencyId, keyId: { in: [...keyIds] } },
		select: { keyId: true, scope: true, lastUsedAt: true },
	});
	const byKey = Map.groupBy(rows, ({ keyId }) => keyId);
	return (keyId: string): ScopeUses => {
		const uses = byKey.get(keyId);
		if (!uses) return NONE;
		const moments = new Map(uses.map(({ scope, lastUsedAt }) => [scope, lastUsedAt]));
		const lastUsed = new Map([...moments].filter(([scope]) => NAMES.has(scope)));
		return { lastUsed, lastUnnamed: moments.get("") ?? null };
	};
}
