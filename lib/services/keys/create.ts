import { keyRing } from "#lib/config/secrets.ts";
import { AppError, notFound } from "#lib/core/errors.ts";
import { newId } from "#lib/core/ids.ts";
import { digestKey } from "#lib/core/keys/digest.ts";
import { type KeyFields, storedScopes } from "#lib/core/keys/fields.ts";
import { generateSecret } from "#lib/core/keys/format.ts";
import { foldName } from "#lib/core/text.ts";
import type { Context } from "#lib/data/context.ts";
import { findKey, insertKey } from "#lib/data/keys.ts";
import { countLocations } from "#lib/data/locations.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { recordAudit } from "../audit/record.ts";
import { auditedKey } from "./audited-key.ts";
import { permitKeys } from "./authorize.ts";
import { checkKeyFields, chosenLocations, chosenUpkeep, refuseTakenTitle } from "./check-fields.ts";
import { refuseWhenFull } from "./limit-keys.ts";

const noLocation = () => {
	const message = "Choose the location that the key is for.";
	return new AppError("invalid_input", message, { fields: [{ field: "locationId", message }] });
};

/** Makes a key. `secret` is its plaintext: the only copy there will ever be. */
export async function createKey(ctx: Context, fields: KeyFields) {
	const locationId = fields.level === "LOCATION" ? fields.locationId : null;
	if (fields.level === "LOCATION" && locationId === null) throw noLocation();
	permitKeys(ctx, locationId, "write");
	const secret = generateSecret(fields.level);
	const [pepper] = keyRing("key-pepper");
	const keyId = newId();

	const change = inTransaction(ctx, async (tx) => {
		if (locationId && (await countLocations(tx, ctx.agencyId, [locationId])) === 0) throw notFound();
		await refuseWhenFull(tx, ctx, fields.level, locationId);
		await checkKeyFields(tx, ctx, { level: fields.level, locationId }, fields, null);

		await insertKey(
			tx,
			ctx.agencyId,
			{
				id: keyId,
				level: fields.level,
				locationId,
				allLocations: fields.level === "AGENCY" && fields.allLocations,
				locationIds: chosenLocations(fields.level, fields),
				title: fields.title,
				titleFolded: foldName(fields.title),
				description: fields.description,
				role: fields.role,
				scopes: storedScopes(fields),
				allowedAddresses: fields.allowedAddresses,
				rateLimitMax: fields.rateLimit?.max ?? null,
				rateLimitSeconds: fields.rateLimit?.seconds ?? null,
				credits: fields.credits,
				refill: fields.refill ?? null,
				expiresAt: fields.expiresAt,
				...chosenUpkeep(fields),
				createdById: ctx.actor.kind === "person" ? ctx.actor.id : null,
				createdByName: ctx.actor.name,
			},
			{
				id: newId(),
				digest: digestKey(secret.plaintext, pepper),
				pepperId: pepper.id,
				prefix: secret.prefix,
				lastFour: secret.lastFour,
			},
			ctx.now,
		);

		const key = await findKey(tx, ctx.agencyId, keyId);
		if (!key) throw notFound();
		await recordAudit(tx, ctx, {
			action: "key.create",
			subject: { kind: "key", id: keyId },
			locationId,
			after: auditedKey(key),
		});
		return { id: keyId, title: key.title };
	});

	return { key: await refuseTakenTitle(change), secret: secret.plaintext };
}
