import type { Tx } from "./client.ts";

export type NewSecretRow = {
	id: string;
	digest: Uint8Array<ArrayBuffer>;
	pepperId: string;
	prefix: string;
	lastFour: string;
};

/** Adds a key's current secret. There must be none. */
export const insertKeySecret = (tx: Tx, agencyId: string, keyId: string, secret: NewSecretRow, now: Date) =>
	tx.keySecret.create({
		data: {
			agencyId,
			keyId,
			id: secret.id,
			digest: secret.digest,
			pepperId: secret.pepperId,
			createdAt: now,
		},
		select: { id: true },
	});

/** Of the key's current secret; null when it has none. */
export async function findCurrentDigest(tx: Tx, agencyId: string, keyId: string) {
	const where = { agencyId, keyId, endsAt: null };
	const row = await tx.keySecret.findFirst({ where, select: { digest: true } });
	return row && Buffer.from(row.digest);
}

/** The secret before the current one, also when its time is over; null when it was removed. */
export async function findOlderSecret(tx: Tx, agencyId: string, keyId: string) {
	const row = await tx.keySecret.findFirst({
		where: { agencyId, keyId, endsAt: { not: null } },
		select: { id: true, createdAt: true, endsAt: true },
	});
	return row?.endsAt ? { ...row, endsAt: row.endsAt } : null;
}

/** Removes the secret before the current one, and what is known of its uses. */
export async function removeOlderSecret(tx: Tx, agencyId: string, keyId: string) {
	await tx.keySecretUse.deleteMany({ where: { agencyId, keyId } });
	await tx.keySecret.deleteMany({ where: { agencyId, keyId, endsAt: { not: null } } });
}

/** Takes the current secret out of use at once: nothing is left of it. */
export const removeCurrentSecret = (tx: Tx, agencyId: string, keyId: string) =>
	tx.keySecret.deleteMany({ where: { agencyId, keyId, endsAt: null } });

type End = { endsAt: Date; now: Date };

/**
 * Gives the current secret its end. The database's clock decides whether a secret counts: where the caller's is ahead of
 * it, the time that is left is counted from the database's.
 */
export const retireCurrentSecret = (tx: Tx, agencyId: string, keyId: string, { endsAt, now }: End) =>
	tx.$executeRaw`update key_secrets set ends_at =
			least(${endsAt}::timestamptz, clock_timestamp() + (${endsAt}::timestamptz - ${now}::timestamptz))
		where agency_id = ${agencyId}::uuid and key_id = ${keyId}::uuid and ends_at is null`;

/** Lets the secret before the current one go on until then. */
export const moveOlderEnd = (tx: Tx, agencyId: string, keyId: string, endsAt: Date) =>
	tx.keySecret.updateMany({ where: { agencyId, keyId, endsAt: { not: null } }, data: { endsAt } });

/** Up to `most` addresses that a secret came from after it was rotated away, the last one first, and the sum of all. */
export async function listSecretUses(tx: Tx, agencyId: string, secretId: string, most: number) {
	const rows = await tx.keySecretUse.findMany({
		where: { agencyId, secretId },
		orderBy: [{ lastUsedAt: "desc" }, { address: "asc" }],
		take: most,
		select: { address: true, client: true, uses: true, lastUsedAt: true },
	});
	const sum = await tx.keySecretUse.aggregate({
		where: { agencyId, secretId },
		_sum: { uses: true },
		_count: { address: true },
	});
	return {
		senders: rows.map((row) => ({ ...row, uses: Number(row.uses) })),
		addresses: sum._count.address,
		uses: Number(sum._sum.uses ?? 0n),
	};
}
