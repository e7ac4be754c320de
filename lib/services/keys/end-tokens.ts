import { ceilingProblems } from "#lib/core/keys/ceiling.ts";
import { makerEnded } from "#lib/core/keys/own-reasons.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import type { KeyFacts } from "#lib/data/keys.ts";
import { revokeTokens } from "#lib/data/location-tokens.ts";
import { powerOf } from "./authorize.ts";

/**
 * Ends a key's location tokens where a change of the key ends it, or leaves it with less than it had: a token is a part of
 * its maker's power. Answers what the change's audit event tells of it.
 */
export async function endTokensBeyond(tx: Tx, ctx: Context, before: KeyFacts, after: KeyFacts) {
	const isOver = after.deletedAt !== null || after.revokedAt !== null || !after.enabled;
	const hasLost = isOver || ceilingProblems(powerOf(after), powerOf(before), powerOf(before)).length > 0;
	return hasLost ? endTokens(tx, ctx, after) : {};
}

/** Ends all location tokens of a key that is locked. */
export async function endTokens(tx: Tx, { agencyId, now }: Context, { id, level, title }: KeyFacts) {
	if (level !== "AGENCY") return {};
	const reason = makerEnded(title);
	const endedTokens = await revokeTokens(tx, agencyId, { makerKeyId: id, reason, now });
	return endedTokens > 0 ? { endedTokens } : {};
}
