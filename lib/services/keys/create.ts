import { keyRing } from "#lib/config/secrets.ts";
import { AppError, notFound } from "#lib/core/errors.ts";
import { newId } from "#lib/core/ids.ts";
import { digestKey } from "#lib/core/keys/digest.ts";
import { type KeyFields, type ProgramFields, storedScopes } from "#lib/core/keys/fields.ts";
import { generateSecret } from "#lib/core/keys/format.ts";
import type { KeyLevel } from "#lib/core/keys/key.ts";
import { foldName } from "#lib/core/text.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { findKey, insertKey, type NewKeyRow } from "#lib/data/keys.ts";
import { countLocations } from "#lib/data/locations.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { recordAudit } from "../audit/record.ts";
import { auditedKey } from "./audited-key.ts";
import { permitKeys } from "./authorize.ts";
import { changeLabels } from "./change-labels.ts";
import { checkKeyFields, chosenLocations, chosenUpkeep, refuseTakenTitle } from "./check-fields.ts";
import { refuseWhenFull } from "./limit-keys.ts";

const noLocation = () => {
	const message = "Choose the location that the key is for.";
	return new AppError("invalid_input", message, { fields: [{ field: "locationId", message }] });
};

/** A key of chosen locations sees no agency keys, and so makes none that it could not manage. */
function refuseWiderLevel({ actor }: Context, level: KeyLevel) {
	if (actor.kind !== "key" || level === "LOCATION" || actor.holds.locationIds === null) return;
	const message = "Your key acts on chosen locations: it makes keys of level LOCATION, for one of these.";
	throw new AppError("forbidden", message, { fields: [{ field: "level", message }] });
}

type NewKey = KeyFields & ProgramFields;
/** `makerKeyId`: the key that asks for a token. */
type Options = { enabled?: boolean; makerKeyId?: string };

/** Makes a key. `secret` is its plaintext: the only copy there will ever be. */
export async function createKey(ctx: Context, fields: NewKey, options: Options = {}) {
	const { secret, ...key } = await refuseTakenTitle(
		inTransaction(ctx, (tx) => createKeyWithin(tx, ctx, fields, options)),
	);
	return { key, secret };
}

/** {@link createKey} as a part of a greater change. */
export async function createKeyWithin(tx: Tx, ctx: Context, fields: NewKey, options: Options = {}) {
	const locationId = fields.level === "LOCATION" ? fields.locationId : null;
	if (fields.level === "LOCATION" && locationId === null) throw noLocation();
	refuseWiderLevel(ctx, fields.level);
	permitKeys(ctx, locationId, "write");
	if (locationId && (await countLocations(tx, ctx.agencyId, [locationId])) === 0) throw notFound();
	await refuseWhenFull(tx, ctx, fields.level, locationId);
	await checkKeyFields(tx, ctx, { level: fields.level, locationId }, fields, null);

	const secret = generateSecret(fields.level);
	const [pepper] = keyRing("key-pepper");
	const { prefix, lastFour } = secret;
	const digest = digestKey(secret.plaintext, pepper);
	const row = rowOf(ctx, { ...fields, locationId }, options);
	const secretRow = { id: newId(), digest, pepperId: pepper.id, prefix, lastFour };
	await insertKey(tx, ctx.agencyId, row, secretRow, ctx.now);
	const labels = await changeLabels(tx, ctx, row, () => fields.labels);

	const key = await findKey(tx, ctx.agencyId, row.id);
	if (!key) throw notFound();
	await recordAudit(tx, ctx, {
		action: "key.create",
		subject: { kind: "key", id: row.id },
		locationId,
		after: { ...auditedKey(key), ...labels?.after },
	});
	return { id: row.id, title: key.title, secret: secret.plaintext };
}

const rowOf = ({ actor }: Context, fields: NewKey, { enabled = true, makerKeyId }: Options): NewKeyRow => ({
	id: newId(),
	level: fields.level,
	locationId: fields.locationId,
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
	createdById: actor.kind === "person" ? actor.id : null,
	createdByName: actor.name,
	enabled,
	externalId: fields.externalId ?? null,
	meta: fields.meta ?? {},
	programLimits: fields.programLimits ?? {},
	makerKeyId: makerKeyId ?? null,
});
