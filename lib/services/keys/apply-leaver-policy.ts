import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { lockEnabledKeysOf } from "#lib/data/keys.ts";
import { readPolicy } from "#lib/data/policies.ts";
import { changeKeyState } from "./change-state.ts";

type Leaver = { personId: string; locationId: string | null };

/**
 * Switches off what somebody who goes has made, where the agency's policy wants that: all their keys, or those of the
 * location they leave. Returns how many. Called before the caller's own audit event: whoever changes a key locks it first
 * and the chain's end afterwards, and so must this.
 */
export async function applyLeaverPolicy(tx: Tx, ctx: Context, { personId, locationId }: Leaver) {
	const { policy } = await readPolicy(tx, ctx.agencyId);
	if (policy.leaverKeys === "KEEP") return 0;
	const keys = await lockEnabledKeysOf(tx, ctx.agencyId, personId, locationId);
	for (const key of keys) await changeKeyState(tx, ctx, key, "key.disable", { enabled: false });
	return keys.length;
}
