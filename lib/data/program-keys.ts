import type { Tx } from "./client.ts";

/** A key as the program that keeps it reads it. Neither the digest nor the text is part of it. */
const facts = {
	id: true,
	locationId: true,
	title: true,
	role: true,
	scopes: true,
	rateLimitMax: true,
	rateLimitSeconds: true,
	secretPrefix: true,
	secretLastFour: true,
	enabled: true,
	revokedAt: true,
	expiresAt: true,
	createdAt: true,
	updatedAt: true,
	externalId: true,
	meta: true,
	programLimits: true,
	lastUse: { select: { lastUsedAt: true } },
	credits: {
		select: { remaining: true, refillAmount: true, refillEvery: true, refillDay: true, refillsAt: true },
	},
} as const;

/** Those that are in the trash, or went with their location, are not there. */
const thoseThere = {
	deletedAt: null,
	OR: [{ locationId: null }, { location: { deletedAt: null } }],
};

export type ProgramKey = Awaited<ReturnType<typeof listProgramKeys>>[number];

export const findProgramKey = (tx: Tx, agencyId: string, id: string) =>
	tx.apiKey.findFirst({ where: { agencyId, id, ...thoseThere }, select: facts });

/** The id of the key whose text has one of these digests, if it counts still; null when it is another agency's. */
export async function findKeyIdOfText(
	tx: Tx,
	agencyId: string,
	digests: readonly Uint8Array<ArrayBuffer>[],
	now: Date,
) {
	const where = { agencyId, digest: { in: [...digests] }, OR: [{ endsAt: null }, { endsAt: { gt: now } }] };
	const secret = await tx.keySecret.findFirst({ where, select: { keyId: true } });
	return secret?.keyId ?? null;
}

export type ProgramKeyQuery = {
	/** Null for the agency's own. */
	locationId: string | null;
	externalId: string | undefined;
	/** The one that was seen last. */
	after: string | null;
	max: number;
};

/** Keys of one place in the order in which they were made. */
export const listProgramKeys = (
	tx: Tx,
	agencyId: string,
	{ locationId, externalId, after, max }: ProgramKeyQuery,
) =>
	tx.apiKey.findMany({
		where: {
			agencyId,
			locationId,
			...thoseThere,
			...(externalId !== undefined && { externalId }),
			...(after !== null && { id: { gt: after } }),
		},
		orderBy: { id: "asc" },
		take: max,
		select: facts,
	});
