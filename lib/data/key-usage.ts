import type { VerdictCode } from "#lib/core/verdicts.ts";
import type { Tx } from "./client.ts";

/** `from` is part of the range, `to` is not. */
export type TimeRange = { from: Date; to: Date };

/** Uses that got the same verdict in the hour or the day, in UTC, that begins at `at`. */
export type UsageCount = { at: Date; verdict: VerdictCode; uses: number };

/** The counts of the hours that begin in the range, oldest first. Hours without use have none. */
export async function countByHour(tx: Tx, agencyId: string, keyId: string, { from, to }: TimeRange) {
	const rows = await tx.keyUsageHour.findMany({
		where: { agencyId, keyId, hour: { gte: from, lt: to } },
		orderBy: [{ hour: "asc" }, { verdict: "asc" }],
		select: { hour: true, verdict: true, uses: true },
	});
	return rows.map(({ hour, verdict, uses }): UsageCount => ({ at: hour, verdict, uses: Number(uses) }));
}

/** {@link countByHour} by days. */
export async function countByDay(tx: Tx, agencyId: string, keyId: string, { from, to }: TimeRange) {
	const rows = await tx.keyUsageDay.findMany({
		where: { agencyId, keyId, day: { gte: from, lt: to } },
		orderBy: [{ day: "asc" }, { verdict: "asc" }],
		select: { day: true, verdict: true, uses: true },
	});
	return rows.map(({ day, verdict, uses }): UsageCount => ({ at: day, verdict, uses: Number(uses) }));
}

/** When, from where and by what the key was last used; null when it never was. */
export async function findLastUse(tx: Tx, agencyId: string, keyId: string) {
	const row = await tx.keyLastUse.findUnique({
		where: { agencyId_keyId: { agencyId, keyId } },
		select: { lastUsedAt: true, address: true, client: true },
	});
	return row?.lastUsedAt ? { at: row.lastUsedAt, address: row.address, client: row.client } : null;
}

/** Keeps a key's last use as it is until the transaction ends. */
export const lockLastUse = (tx: Tx, agencyId: string, keyId: string) =>
	tx.$queryRaw`select 1 from key_last_uses
		where agency_id = ${agencyId}::uuid and key_id = ${keyId}::uuid for update`;

/** Up to `most` addresses that the key was used from, the one seen last first. */
export const listAddresses = (tx: Tx, agencyId: string, keyId: string, most: number) =>
	tx.keyAddress.findMany({
		where: { agencyId, keyId },
		orderBy: [{ lastSeenAt: "desc" }, { address: "asc" }],
		take: most,
		select: { address: true, firstSeenAt: true, lastSeenAt: true, isNew: true },
	});

/** The key's uses in the hours that begin at `since` or later, and the addresses that were seen since then. */
export async function countUseSince(tx: Tx, agencyId: string, keyId: string, since: Date) {
	const counted = await tx.keyUsageHour.aggregate({
		where: { agencyId, keyId, hour: { gte: since } },
		_sum: { uses: true },
	});
	const addresses = await tx.keyAddress.count({ where: { agencyId, keyId, lastSeenAt: { gte: since } } });
	return { uses: Number(counted._sum.uses ?? 0n), addresses };
}
