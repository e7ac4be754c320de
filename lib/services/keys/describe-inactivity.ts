import { type Countdown, type Idleness, idlenessOf, planOf, stillHolds } from "#lib/core/keys/countdown.ts";
import type { Context } from "#lib/data/context.ts";
import { findCountdown } from "#lib/data/countdowns.ts";
import { findLastUse } from "#lib/data/key-usage.ts";
import { readPolicy } from "#lib/data/policies.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { findReadableKey } from "./authorize.ts";

/** Where a key stands with the inactivity rule. Instants are ISO 8601. */
export type Inactivity = {
	title: string;
	idleSince: string;
	wasUsed: boolean;
	/** Null: it is never deleted for it, for the reason that `source` tells. */
	days: number | null;
	source: "own" | "agency" | "exempt" | "revoked";
	noticesGiven: { days: number; at: string }[];
	/** When it would be deleted if nobody used it from now on; null when never. */
	deletesAt: string | null;
	/** Whether people have been told that it will be. */
	isCountingDown: boolean;
};

/** Since when a key is idle, which period counts for it, what people were told, and when it would be deleted. */
export function describeInactivity(ctx: Context, { keyId }: { keyId: string }): Promise<Inactivity> {
	return inTransaction(ctx, async (tx) => {
		const key = await findReadableKey(tx, ctx, keyId);
		const { policy } = await readPolicy(tx, ctx.agencyId);
		const lastUse = await findLastUse(tx, ctx.agencyId, keyId);
		const idleness = idlenessOf({ ...key, lastUsedAt: lastUse?.at ?? null }, policy.inactivityDays);
		const stored = await findCountdown(tx, ctx.agencyId, keyId, "INACTIVITY");
		const running = stored && stillHolds(stored, idleness) ? stored : null;
		return {
			title: key.title,
			idleSince: idleness.since.toISOString(),
			wasUsed: lastUse?.at.getTime() === idleness.since.getTime(),
			days: idleness.days,
			source: sourceOf(key),
			noticesGiven: noticesGiven(running),
			deletesAt: endOf(running, idleness, ctx.now),
			isCountingDown: running !== null,
		};
	});
}

type Periods = { revokedAt: Date | null; inactivityExempt: boolean; inactivityDays: number | null };

function sourceOf({ revokedAt, inactivityExempt, inactivityDays }: Periods) {
	if (revokedAt) return "revoked";
	if (inactivityExempt) return "exempt";
	return inactivityDays === null ? "agency" : "own";
}

const endOf = (running: Countdown | null, idleness: Idleness, now: Date) =>
	planOf(running, idleness, now).at(-1)?.at.toISOString() ?? null;

function noticesGiven(running: Countdown | null) {
	const given = [
		{ days: 15, at: running?.noticed15At },
		{ days: 7, at: running?.noticed7At },
		{ days: 1, at: running?.noticed1At },
	];
	return given.flatMap(({ days, at }) => (at ? [{ days, at: at.toISOString() }] : []));
}
