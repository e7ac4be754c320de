import type { Tx } from "./client.ts";

export type TokenPlace = { makerKeyId: string; locationId: string };

const facts = {
	id: true,
	level: true,
	locationId: true,
	title: true,
	secretPrefix: true,
	secretLastFour: true,
	expiresAt: true,
	revokedAt: true,
	makerKeyId: true,
} as const;

export type TokenFacts = Awaited<ReturnType<typeof listTokens>>[number];

/** The tokens of a key at a location that are not in the trash, the newest first. */
export const listTokens = (tx: Tx, agencyId: string, { makerKeyId, locationId }: TokenPlace) =>
	tx.apiKey.findMany({
		where: { agencyId, makerKeyId, locationId, deletedAt: null },
		select: facts,
		orderBy: [{ createdAt: "desc" }, { id: "desc" }],
	});

/** A token that ended before a moment, its row held; null when there is none such. */
export async function lockEndedToken(tx: Tx, agencyId: string, keyId: string, before: Date) {
	await tx.$queryRaw`select 1 from api_keys where agency_id = ${agencyId}::uuid and id = ${keyId}::uuid for update`;
	const where = { agencyId, id: keyId, makerKeyId: { not: null }, expiresAt: { lt: before } };
	return tx.apiKey.findFirst({ where, select: facts });
}

/** The next tokens of an agency that ended before a moment, in the order of their ids. */
export const listEndedTokens = (
	tx: Tx,
	agencyId: string,
	{ before, after, max }: { before: Date; after: string | null; max: number },
) =>
	tx.apiKey.findMany({
		where: {
			agencyId,
			makerKeyId: { not: null },
			expiresAt: { lt: before },
			...(after !== null && { id: { gt: after } }),
		},
		select: { id: true },
		orderBy: { id: "asc" },
		take: max,
	});

type Ending = { makerKeyId: string; reason: string; now: Date };

/** Revokes every token of a key, also those in the trash, which could come back. Returns how many. */
export const revokeTokens = (tx: Tx, agencyId: string, { makerKeyId, reason, now }: Ending) =>
	tx.$executeRaw`update api_keys set revoked_at = ${now}, revoked_reason = ${reason}, updated_at = ${now},
			version = version + 1
		where agency_id = ${agencyId}::uuid and maker_key_id = ${makerKeyId}::uuid and revoked_at is null`;

/** Deletes a token and all that hangs on it for good. False when it is gone already. */
export async function purgeToken(tx: Tx, agencyId: string, keyId: string) {
	const [row] = await tx.$queryRaw<{ done: boolean }[]>`
		select latchkey_purge_token(${agencyId}::uuid, ${keyId}::uuid) as done`;
	return row?.done ?? false;
}
