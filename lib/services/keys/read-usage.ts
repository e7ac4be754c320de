import { AppError } from "#lib/core/errors.ts";
import type { Context } from "#lib/data/context.ts";
import { countByDay, countByHour, findLastUse, listAddresses, type TimeRange } from "#lib/data/key-usage.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { findReadableKey } from "./authorize.ts";

const DAY_MS = 86_400_000;
const ADDRESSES_MAX = 100;

const PERIODS = {
	hour: { ms: 3_600_000, daysMax: 31, count: countByHour },
	day: { ms: DAY_MS, daysMax: 400, count: countByDay },
} as const;

export type UsageQuery = TimeRange & { keyId: string; by: keyof typeof PERIODS };

/**
 * What a key was used for and from where: its uses by verdict in each hour or day (UTC) that the range touches, its last
 * use, and the addresses seen last. Hours and days without use are left out. Refuses ranges of more than 31 days by hour
 * or 400 by day. Uses of the last seconds may not be counted yet.
 */
export async function readUsage(ctx: Context, { keyId, from, to, by }: UsageQuery) {
	const { ms, daysMax, count } = PERIODS[by];
	if (!(from < to)) throw refuse("to", "The end must lie after the beginning.");
	if (to.getTime() - from.getTime() > daysMax * DAY_MS) {
		throw refuse("from", `By ${by}, usage is read for up to ${daysMax} days at once.`);
	}
	const touched = {
		from: new Date(Math.floor(from.getTime() / ms) * ms),
		to: new Date(Math.ceil(to.getTime() / ms) * ms),
	};

	return inTransaction(ctx, async (tx) => {
		const key = await findReadableKey(tx, ctx, keyId);
		const counts = await count(tx, ctx.agencyId, key.id, touched);
		const lastUse = await findLastUse(tx, ctx.agencyId, key.id);
		const addresses = await listAddresses(tx, ctx.agencyId, key.id, ADDRESSES_MAX);
		return {
			counts: counts.map((one) => ({ ...one, at: one.at.toISOString() })),
			lastUse: lastUse && { ...lastUse, at: lastUse.at.toISOString() },
			addresses: addresses.map((one) => ({
				...one,
				firstSeenAt: one.firstSeenAt.toISOString(),
				lastSeenAt: one.lastSeenAt.toISOString(),
			})),
		};
	});
}

const refuse = (field: string, message: string) =>
	new AppError("invalid_input", message, { fields: [{ field, message }] });
