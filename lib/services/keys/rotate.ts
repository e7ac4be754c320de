import { keyRing } from "#lib/config/secrets.ts";
import { AppError } from "#lib/core/errors.ts";
import { newId } from "#lib/core/ids.ts";
import { digestKey } from "#lib/core/keys/digest.ts";
import { generateSecret } from "#lib/core/keys/format.ts";
import { overlapEnd } from "#lib/core/keys/overlap.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import {
	insertKeySecret,
	removeCurrentSecret,
	removeOlderSecret,
	retireCurrentSecret,
} from "#lib/data/key-secrets.ts";
import { updateKey } from "#lib/data/keys.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { recordAudit } from "../audit/record.ts";
import { withdrawNotices } from "../notifications/withdraw.ts";
import { propagate } from "../propagate.ts";
import { lockChangeableKey, refuseUnseenChange } from "./authorize.ts";
import { confirmPower, gainsPower } from "./check-fields.ts";
import { endTokens } from "./end-tokens.ts";
import type { SeenKey } from "./lock-overlap.ts";

type Rotation = SeenKey & { overlapSeconds: number };

/**
 * Gives a key a new secret. The one before goes on for the overlap; an older one still ends now, so that no more than two
 * ever count. Refuses when somebody else changed the key since `version`: a secret that nobody knew of when this was asked
 * for would be cut short. Without an overlap the key's tokens end as well: whoever knew the old secret may have asked for
 * them. `secret` is the new plaintext: the only copy there will ever be.
 */
export function rotateKey(ctx: Context, { keyId, version, overlapSeconds }: Rotation) {
	const [pepper] = keyRing("key-pepper");
	const olderEndsAt = overlapSeconds === 0 ? null : overlapEnd(ctx.now, overlapSeconds);

	const change = inTransaction(ctx, async (tx) => {
		const before = await lockChangeableKey(tx, ctx, keyId);
		refuseLeavingSecret(ctx, keyId);
		if (before.revokedAt)
			throw new AppError("conflict", "A revoked key stays revoked: it gets no new secret.");
		refuseUnseenChange(before, version);
		confirmPower(ctx, gainsPower(before.level, before, null), "A new secret for a key with this much power");
		const secret = generateSecret(before.level);
		const { prefix, lastFour } = secret;
		const digest = digestKey(secret.plaintext, pepper);

		await putAside(tx, ctx, keyId, olderEndsAt);
		const row = { id: newId(), digest, pepperId: pepper.id, prefix, lastFour };
		await insertKeySecret(tx, ctx.agencyId, keyId, row, ctx.now);
		const columns = { secretPrefix: prefix, secretLastFour: lastFour, secretSince: ctx.now };
		const after = await updateKey(tx, ctx.agencyId, keyId, columns, ctx.now);
		await withdrawNotices(tx, ctx, { keyId, kinds: ["key.rotation_due"] });
		const endedTokens = olderEndsAt === null ? await endTokens(tx, ctx, before) : {};

		await recordAudit(tx, ctx, {
			action: "key.rotate",
			subject: { kind: "key", id: keyId },
			locationId: before.locationId,
			before: { secretSince: before.secretSince.toISOString() },
			after: {
				secretSince: ctx.now.toISOString(),
				olderSecretEndsAt: (olderEndsAt ?? ctx.now).toISOString(),
				...endedTokens,
			},
		});
		return { id: after.id, title: after.title, secret: secret.plaintext };
	});
	return propagate(ctx, change);
}

/** A secret that was rotated away must not put itself in the place of the one that took its own. */
function refuseLeavingSecret({ actor }: Context, keyId: string) {
	if (actor.kind !== "key" || actor.id !== keyId || !actor.sentOlderSecret) return;
	const message = "The older secret of a key gives it no new one. Send the current secret, or ask a person.";
	throw new AppError("forbidden", message);
}

/** Makes room for a new current secret. */
async function putAside(tx: Tx, { agencyId, now }: Context, keyId: string, endsAt: Date | null) {
	await removeOlderSecret(tx, agencyId, keyId);
	if (endsAt === null) await removeCurrentSecret(tx, agencyId, keyId);
	else await retireCurrentSecret(tx, agencyId, keyId, { endsAt, now });
}
