import { AppError } from "#lib/core/errors.ts";
import type { KeyFields, ProgramFields } from "#lib/core/keys/fields.ts";
import type { Meta } from "#lib/core/keys/meta.ts";
import { ProgramLimits } from "#lib/core/keys/program-limits.ts";
import { refillOf } from "#lib/core/keys/refill.ts";
import type { Scope } from "#lib/core/scopes.ts";
import { foldName } from "#lib/core/text.ts";
import type { Context } from "#lib/data/context.ts";
import { type KeyFacts, updateKey } from "#lib/data/keys.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { recordAudit } from "../audit/record.ts";
import { propagate } from "../propagate.ts";
import { auditedKey } from "./audited-key.ts";
import { lockChangeableKey, rateLimitOf } from "./authorize.ts";
import { refuseTakenTitle } from "./check-fields.ts";
import { createKeyWithin } from "./create.ts";
import { endTokensBeyond } from "./end-tokens.ts";
import { freeTitle } from "./free-title.ts";
import { settleCountdowns } from "./settle-countdowns.ts";

/**
 * Makes a key like another, under its title, and lets the other one, under a title with a number, end at a moment; one
 * that ends sooner keeps its end. `secret` is the new plaintext: the only copy there will ever be.
 */
export function replaceKey(ctx: Context, { keyId, endsAt }: { keyId: string; endsAt: Date }) {
	const change = inTransaction(ctx, async (tx) => {
		const before = await lockChangeableKey(tx, ctx, keyId);
		if (before.revokedAt) throw new AppError("conflict", "A revoked key stays revoked: nothing replaces it.");
		if (before.expiresAt && before.expiresAt <= ctx.now)
			throw new AppError("conflict", "This key has ended: a key like it would have ended too.");
		const place = { locationId: before.locationId, exceptId: null };
		const title = await freeTitle(tx, ctx.agencyId, place, before.title);
		const ending = before.expiresAt && before.expiresAt < endsAt ? before.expiresAt : endsAt;
		const columns = { title, titleFolded: foldName(title), expiresAt: ending };
		const after = await updateKey(tx, ctx.agencyId, keyId, columns, ctx.now);
		const endedTokens = await endTokensBeyond(tx, ctx, before, after);
		await settleCountdowns(tx, ctx, after);
		await recordAudit(tx, ctx, {
			action: "key.edit",
			subject: { kind: "key", id: keyId },
			locationId: before.locationId,
			before: auditedKey(before),
			after: { ...auditedKey(after), ...endedTokens },
		});
		return createKeyWithin(tx, ctx, fieldsOf(before), { enabled: before.enabled });
	});
	return propagate(ctx, refuseTakenTitle(change));
}

/** What a key like this one is made from. */
const fieldsOf = (key: KeyFacts): KeyFields & ProgramFields => ({
	title: key.title,
	description: key.description,
	level: key.level,
	locationId: key.locationId,
	allLocations: key.allLocations,
	locationIds: key.locations.map(({ locationId }) => locationId),
	role: key.role,
	scopes: key.scopes as Scope[],
	expiresAt: key.expiresAt,
	allowedAddresses: key.allowedAddresses,
	rateLimit: rateLimitOf(key),
	credits: key.credits && Number(key.credits.remaining),
	refill: key.credits && refillOf(key.credits),
	inactivityDays: key.inactivityDays,
	inactivityExempt: key.inactivityExempt,
	rotateEveryDays: key.rotateEveryDays,
	externalId: key.externalId,
	meta: key.meta as Meta,
	programLimits: ProgramLimits.parse(key.programLimits),
});
