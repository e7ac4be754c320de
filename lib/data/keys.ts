import type { DeletedBecause, KeyLevel, KeyRole } from "#lib/core/keys/key.ts";
import type { Meta } from "#lib/core/keys/meta.ts";
import type { ProgramLimits } from "#lib/core/keys/program-limits.ts";
import type { Refill } from "#lib/core/keys/refill.ts";
import type { Tx } from "./client.ts";
import { insertKeyCredits } from "./key-credits.ts";
import { insertKeySecret, type NewSecretRow } from "./key-secrets.ts";

/** A key as rules and audit events see it. Neither the digest nor the text is part of it. */
const facts = {
	id: true,
	level: true,
	locationId: true,
	allLocations: true,
	title: true,
	description: true,
	role: true,
	scopes: true,
	allowedAddresses: true,
	rateLimitMax: true,
	rateLimitSeconds: true,
	enabled: true,
	expiresAt: true,
	revokedAt: true,
	revokedReason: true,
	compromised: true,
	deletedAt: true,
	deletedBecause: true,
	deletedByName: true,
	idleFrom: true,
	inactivityDays: true,
	inactivityExempt: true,
	secretSince: true,
	scopesAddedAt: true,
	createdAt: true,
	rotateEveryDays: true,
	version: true,
	externalId: true,
	meta: true,
	programLimits: true,
	makerKeyId: true,
	credits: { select: { remaining: true, refillAmount: true, refillEvery: true, refillDay: true } },
	locations: { select: { locationId: true }, orderBy: { locationId: "asc" } },
} as const;

export type KeyFacts = NonNullable<Awaited<ReturnType<typeof findKey>>>;

/** The key, also from the trash; null when it is absent, another agency's, or of a location that was deleted. */
export const findKey = (tx: Tx, agencyId: string, keyId: string) =>
	tx.apiKey.findUnique({
		where: {
			agencyId_id: { agencyId, id: keyId },
			OR: [{ locationId: null }, { location: { deletedAt: null } }],
		},
		select: facts,
	});

/** How a title is taken at a place: whether another key there has it, and the highest number behind `base` that one has. */
export async function readTakenTitles(
	tx: Tx,
	agencyId: string,
	{ locationId, exceptId }: { locationId: string | null; exceptId: string | null },
	{ title, base }: { title: string; base: string },
) {
	const [row] = await tx.$queryRaw<{ isTaken: boolean; highest: number }[]>`
		select coalesce(bool_or(k.title_folded = ${title}), false) as "isTaken",
			coalesce(max((regexp_match(right(k.title_folded, -char_length(${base}::text)), '^ \\((\\d{1,8})\\)$'))[1]::int), 1)
				as highest
		from api_keys k
		where k.agency_id = ${agencyId}::uuid and k.location_id is not distinct from ${locationId}::uuid
			and k.at_location = ${locationId !== null} and k.deleted_at is null
			and k.id is distinct from ${exceptId}::uuid and starts_with(k.title_folded, ${base})`;
	return row ?? { isTaken: false, highest: 1 };
}

/** Whether a key that is not in the trash has this title, folded, where another key is. */
export async function isTitleTaken(
	tx: Tx,
	agencyId: string,
	{ level, locationId }: Pick<KeyFacts, "level" | "locationId">,
	titleFolded: string,
) {
	const where = { agencyId, level, locationId, titleFolded, deletedAt: null };
	return (await tx.apiKey.findFirst({ where, select: { id: true } })) !== null;
}

/** {@link findKey}, holding the row until the transaction ends. */
export async function lockKey(tx: Tx, agencyId: string, keyId: string) {
	await tx.$queryRaw`select 1 from api_keys where agency_id = ${agencyId}::uuid and id = ${keyId}::uuid for update`;
	return findKey(tx, agencyId, keyId);
}

/**
 * The keys that a person made and that work, held until the transaction ends with the tokens that hang on them: the
 * agency's, or one location's.
 */
export async function lockEnabledKeysOf(
	tx: Tx,
	agencyId: string,
	creatorId: string,
	locationId: string | null,
) {
	await tx.$queryRaw`
		with own as (
			select id from api_keys where agency_id = ${agencyId}::uuid and created_by_id = ${creatorId}::uuid
				and (${locationId}::uuid is null or location_id = ${locationId}::uuid) and deleted_at is null
		)
		select 1 from api_keys where agency_id = ${agencyId}::uuid
			and (id in (select id from own) or maker_key_id in (select id from own))
		order by id for update`;
	return tx.apiKey.findMany({
		where: {
			agencyId,
			createdById: creatorId,
			...(locationId && { locationId }),
			enabled: true,
			revokedAt: null,
			deletedAt: null,
		},
		select: facts,
		orderBy: { id: "asc" },
	});
}

export type NewKeyRow = {
	id: string;
	level: KeyLevel;
	locationId: string | null;
	allLocations: boolean;
	locationIds: readonly string[];
	title: string;
	titleFolded: string;
	description: string;
	role: KeyRole;
	scopes: string[];
	allowedAddresses: string[];
	rateLimitMax: number | null;
	rateLimitSeconds: number | null;
	credits: number | null;
	refill?: Refill | null;
	expiresAt: Date | null;
	inactivityDays?: number | null;
	inactivityExempt?: boolean;
	rotateEveryDays?: number | null;
	createdById: string | null;
	createdByName: string;
	enabled?: boolean;
	externalId?: string | null;
	meta?: Meta;
	programLimits?: ProgramLimits;
	makerKeyId?: string | null;
};

export async function insertKey(tx: Tx, agencyId: string, key: NewKeyRow, secret: NewSecretRow, now: Date) {
	const { locationIds, credits, refill = null, ...columns } = key;
	await tx.apiKey.create({
		data: {
			...columns,
			agencyId,
			scopeCount: key.scopes.length,
			secretPrefix: secret.prefix,
			secretLastFour: secret.lastFour,
			idleFrom: now,
			secretSince: now,
			createdAt: now,
			updatedAt: now,
		},
		select: { id: true },
	});
	await insertKeySecret(tx, agencyId, key.id, secret, now);
	await tx.keyLastUse.create({
		data: { agencyId, keyId: key.id, atLocation: key.locationId !== null },
		select: { keyId: true },
	});
	await writeKeyLocations(tx, agencyId, key.id, locationIds);
	if (credits !== null) await insertKeyCredits(tx, agencyId, key.id, credits, refill);
}

export type KeyChange = Partial<{
	title: string;
	titleFolded: string;
	description: string;
	allLocations: boolean;
	role: KeyRole;
	scopes: string[];
	scopeCount: number;
	allowedAddresses: string[];
	rateLimitMax: number | null;
	rateLimitSeconds: number | null;
	enabled: boolean;
	expiresAt: Date | null;
	revokedAt: Date;
	revokedReason: string;
	compromised: boolean;
	deletedAt: Date | null;
	deletedBecause: DeletedBecause | null;
	deletedByName: string | null;
	idleFrom: Date;
	inactivityDays: number | null;
	inactivityExempt: boolean;
	secretPrefix: string;
	secretLastFour: string;
	secretSince: Date;
	scopesAddedAt: Date;
	rotateEveryDays: number | null;
	externalId: string | null;
	meta: Meta;
	programLimits: ProgramLimits;
}>;

/** Changes a key's row and counts its version up. Returns the key as it is afterwards. */
export async function updateKey(tx: Tx, agencyId: string, keyId: string, change: KeyChange, now: Date) {
	return tx.apiKey.update({
		where: { agencyId_id: { agencyId, id: keyId } },
		data: { ...change, updatedAt: now, version: { increment: 1 } },
		select: facts,
	});
}

/** Makes the key's chosen locations exactly these. */
export async function writeKeyLocations(
	tx: Tx,
	agencyId: string,
	keyId: string,
	locationIds: readonly string[],
) {
	await tx.keyLocation.deleteMany({ where: { agencyId, keyId, locationId: { notIn: [...locationIds] } } });
	await tx.keyLocation.createMany({
		data: locationIds.map((locationId) => ({ agencyId, keyId, locationId })),
		skipDuplicates: true,
	});
}
