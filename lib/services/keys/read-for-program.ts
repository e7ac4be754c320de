import { keyRing } from "#lib/config/secrets.ts";
import { notFound } from "#lib/core/errors.ts";
import { digestKey } from "#lib/core/keys/digest.ts";
import { isKeyText } from "#lib/core/keys/format.ts";
import { maskKey } from "#lib/core/keys/key.ts";
import { ProgramLimits } from "#lib/core/keys/program-limits.ts";
import { refillOf } from "#lib/core/keys/refill.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { countLocations } from "#lib/data/locations.ts";
import {
	findKeyIdOfText,
	findProgramKey,
	listProgramKeys,
	type ProgramKey,
	type ProgramKeyQuery,
} from "#lib/data/program-keys.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { permitKey, permitKeys } from "./authorize.ts";

/** A key with what the program that made it keeps with it. */
export const readProgramKey = (ctx: Context, keyId: string) =>
	inTransaction(ctx, (tx) => readWithin(tx, ctx, keyId));

/** {@link readProgramKey} of the key with this text. */
export const readKeyOfText = (ctx: Context, text: string) =>
	inTransaction(ctx, async (tx) => {
		if (!isKeyText(text)) throw notFound();
		const digests = keyRing("key-pepper").map((pepper) => digestKey(text, pepper));
		const keyId = await findKeyIdOfText(tx, ctx.agencyId, digests, ctx.now);
		if (keyId === null) throw notFound();
		return readWithin(tx, ctx, keyId);
	});

async function readWithin(tx: Tx, ctx: Context, keyId: string) {
	const key = await findProgramKey(tx, ctx.agencyId, keyId);
	if (!key) throw notFound();
	permitKey(ctx, key, "read");
	return summarize(key, ctx.now);
}

/** Keys of the agency, or of one location, in the order in which they were made. */
export function listForProgram(ctx: Context, query: ProgramKeyQuery) {
	const { locationId } = query;
	permitKeys(ctx, locationId, "read");
	return inTransaction(ctx, async (tx) => {
		const isThere = locationId === null || (await countLocations(tx, ctx.agencyId, [locationId])) === 1;
		if (!isThere) throw notFound();
		const keys = await listProgramKeys(tx, ctx.agencyId, query);
		return keys.map((key) => summarize(key, ctx.now));
	});
}

export type ProgramKeySummary = ReturnType<typeof summarize>;

const summarize = (key: ProgramKey, now: Date) => ({
	id: key.id,
	locationId: key.locationId,
	masked: maskKey(key),
	title: key.title,
	role: key.role,
	scopes: key.scopes,
	rateLimit:
		key.rateLimitMax !== null && key.rateLimitSeconds !== null
			? { max: key.rateLimitMax, seconds: key.rateLimitSeconds }
			: null,
	programLimits: ProgramLimits.parse(key.programLimits),
	isOn: key.enabled && key.revokedAt === null,
	credits: creditsOf(key, now),
	externalId: key.externalId,
	meta: key.meta as Record<string, unknown>,
	createdAt: key.createdAt,
	updatedAt: key.updatedAt,
	lastUsedAt: key.lastUse?.lastUsedAt ?? null,
	expiresAt: key.expiresAt,
});

/** A refill that is due is as good as made. */
function creditsOf({ credits }: ProgramKey, now: Date) {
	if (credits === null) return null;
	const isDue = credits.refillsAt !== null && credits.refillsAt <= now;
	const remaining = Number((isDue && credits.refillAmount) || credits.remaining);
	return { remaining, refill: refillOf(credits) };
}
