import { notFound } from "#lib/core/errors.ts";
import { lastOverlapEnd } from "#lib/core/keys/overlap.ts";
import { ProgramLimits } from "#lib/core/keys/program-limits.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { findKeyRow } from "#lib/data/key-page.ts";
import { findOlderSecret, listSecretUses } from "#lib/data/key-secrets.ts";
import { readPolicy } from "#lib/data/policies.ts";
import { findSignedRequestsRule } from "#lib/data/shared-secrets.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { findReadableKey } from "./authorize.ts";
import { summarizeKey } from "./list.ts";

const SENDERS_MAX = 50;

export type KeyDetail = Awaited<ReturnType<typeof describeKey>>;
export type OlderSecret = NonNullable<KeyDetail["secret"]["older"]>;

/**
 * All that a page tells of one key and its secrets, and who has sent the older one since the rotation; uses of the last
 * seconds may be missing. At a location, the keys of other places are not there.
 */
export function describeKey(ctx: Context, { keyId, placeId }: { keyId: string; placeId: string | null }) {
	return inTransaction(ctx, async (tx) => {
		const key = await findReadableKey(tx, ctx, keyId);
		if (placeId !== null && key.locationId !== placeId) throw notFound();
		const row = await findKeyRow(tx, ctx.agencyId, key, ctx.now);
		if (!row) throw notFound();
		const { policy } = await readPolicy(tx, ctx.agencyId);
		return {
			key: summarizeKey(row, policy, ctx.now),
			namedLimits: ProgramLimits.parse(key.programLimits).named ?? [],
			/** Whether programs have to sign what they send with it. */
			requiresSignatures: await findSignedRequestsRule(tx, ctx.agencyId),
			secret: {
				since: key.secretSince.toISOString(),
				rotateEveryDays: key.rotateEveryDays,
				older: await describeOlder(tx, ctx, keyId, key.secretSince),
			},
		};
	});
}

/** Null when the secret before the current one was removed, or there was none. */
async function describeOlder(tx: Tx, { agencyId, now }: Context, keyId: string, rotatedAt: Date) {
	const older = await findOlderSecret(tx, agencyId, keyId);
	if (!older) return null;
	const { senders, ...sums } = await listSecretUses(tx, agencyId, older.id, SENDERS_MAX);
	return {
		endsAt: older.endsAt.toISOString(),
		/** It can go on until then. */
		lastEnd: lastOverlapEnd(rotatedAt).toISOString(),
		isOver: older.endsAt <= now,
		...sums,
		senders: senders.map((sender) => ({
			...sender,
			id: sender.address,
			lastUsedAt: sender.lastUsedAt.toISOString(),
		})),
	};
}
