import { AppError } from "#lib/core/errors.ts";
import type { KeyLevel } from "#lib/core/keys/key.ts";
import { fullText, keysMaxOf } from "#lib/core/policies.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { countKeysAt } from "#lib/data/key-list.ts";
import { lockPolicy, readPolicy } from "#lib/data/policies.ts";

/**
 * Refuses one more key at a place that has as many as the agency's policy allows. Where there is a limit, keys come to
 * be one after the other: the policy's row is held until this one is stored.
 */
export async function refuseWhenFull(tx: Tx, ctx: Context, level: KeyLevel, locationId: string | null) {
	const { policy } = await readPolicy(tx, ctx.agencyId);
	if (keysMaxOf(policy, level) === null) return;
	const keysMax = keysMaxOf((await lockPolicy(tx, ctx.agencyId)).policy, level);
	const keys = await countKeysAt(tx, ctx.agencyId, locationId);
	if (keysMax !== null && keys >= keysMax) throw new AppError("conflict", fullText(level, keys, keysMax));
}
