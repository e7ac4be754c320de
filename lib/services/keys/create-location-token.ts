import { AppError, notFound } from "#lib/core/errors.ts";
import type { KeyFields } from "#lib/core/keys/fields.ts";
import { keyStatus } from "#lib/core/keys/key.ts";
import {
	surplusTokens,
	TOKEN_DESCRIPTION,
	tokenEnd,
	tokenScopes,
	tokenTitle,
} from "#lib/core/keys/location-token.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { type KeyFacts, lockKey } from "#lib/data/keys.ts";
import { listTokens, purgeToken, type TokenFacts, type TokenPlace } from "#lib/data/location-tokens.ts";
import { readPolicy } from "#lib/data/policies.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { powerOf, rateLimitOf } from "./authorize.ts";
import { refuseTakenTitle } from "./check-fields.ts";
import { createKeyWithin } from "./create.ts";
import { freeTitle } from "./free-title.ts";
import { recordPurgedToken } from "./purge-tokens.ts";

type Asked = {
	locationId: string;
	/** When the secret that the caller sent ends; null when it is the current one. */
	secretEndsAt: Date | null;
};

/**
 * Makes a location's key of a part of what the agency key that asks holds there, for a day at most. The maker's row is held:
 * a token is there when its maker ends, and ends with it, or is never made. `secret` is its plaintext: the only copy there
 * will ever be.
 */
export function createLocationToken(ctx: Context, { locationId, secretEndsAt }: Asked) {
	const creation = inTransaction(ctx, async (tx) => {
		const maker = await lockMaker(tx, ctx);
		const place = { makerKeyId: maker.id, locationId };
		const removed = await makeRoom(tx, ctx, place);
		const fields = await fieldsOf(tx, ctx, maker, place);
		const token = { ...fields, expiresAt: tokenEnd(ctx.now, [maker.expiresAt, secretEndsAt]) };
		const { id, secret } = await createKeyWithin(tx, actingAs(ctx, maker, secretEndsAt), token, {
			makerKeyId: maker.id,
		});
		for (const one of removed) await recordPurgedToken(tx, ctx, one);
		return { id, secret, scopes: token.scopes, expiresAt: token.expiresAt };
	});
	return refuseTakenTitle(creation);
}

/** The key that asks. What verification knew of it may have changed since. */
async function lockMaker(tx: Tx, { agencyId, actor, now }: Context) {
	const maker = actor.kind === "key" ? await lockKey(tx, agencyId, actor.id) : null;
	if (!maker || maker.deletedAt) throw notFound();
	if (maker.level === "AGENCY" && keyStatus(maker, now) === "Active") return maker;
	throw new AppError("forbidden", "Only an agency key that works can ask for a location's token.");
}

const actingAs = (ctx: Context, maker: KeyFacts, secretEndsAt: Date | null): Context => ({
	...ctx,
	actor: {
		kind: "key",
		id: maker.id,
		name: maker.title,
		holds: powerOf(maker),
		sentOlderSecret: secretEndsAt !== null,
	},
});

/** Removes what has ended, and the oldest where there are too many. It is told of when nothing is locked any more. */
async function makeRoom(tx: Tx, { agencyId, now }: Context, place: TokenPlace): Promise<TokenFacts[]> {
	const surplus = surplusTokens(await listTokens(tx, agencyId, place), now);
	for (const { id } of surplus) await purgeToken(tx, agencyId, id);
	return surplus;
}

async function fieldsOf(tx: Tx, { agencyId }: Context, maker: KeyFacts, { locationId }: TokenPlace) {
	const { policy } = await readPolicy(tx, agencyId);
	const scopes = tokenScopes(policy, maker.scopes);
	if (scopes.length === 0) {
		const message = "Your key holds no scope that a location's key may have.";
		throw new AppError("forbidden", message, { fields: [{ field: "scope", message }] });
	}
	const wanted = tokenTitle(maker.title);
	return {
		title: await freeTitle(tx, agencyId, { locationId, exceptId: null }, wanted),
		description: TOKEN_DESCRIPTION,
		level: "LOCATION",
		locationId,
		allLocations: false,
		locationIds: [],
		role: maker.role,
		scopes,
		allowedAddresses: maker.allowedAddresses,
		rateLimit: rateLimitOf(maker),
		credits: null,
	} satisfies Omit<KeyFields, "expiresAt">;
}
