import { type Idleness, idlenessOf } from "#lib/core/keys/countdown.ts";
import type { Tx } from "#lib/data/client.ts";
import { findLastUse } from "#lib/data/key-usage.ts";
import type { KeyFacts } from "#lib/data/keys.ts";
import { readPolicy } from "#lib/data/policies.ts";

/** Since when a key is idle, and which period counts for it. */
export async function readIdleness(tx: Tx, agencyId: string, key: KeyFacts): Promise<Idleness> {
	const { policy } = await readPolicy(tx, agencyId);
	const lastUse = await findLastUse(tx, agencyId, key.id);
	return idlenessOf({ ...key, lastUsedAt: lastUse?.at ?? null }, policy.inactivityDays);
}
