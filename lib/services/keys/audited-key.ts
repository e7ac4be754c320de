import { refillOf } from "#lib/core/keys/refill.ts";
import type { KeyFacts } from "#lib/data/keys.ts";

/** The part of a key that an audit event keeps as before or after. What programs keep with it is theirs, and left out. */
export function auditedKey(key: KeyFacts) {
	const {
		id,
		version,
		credits,
		locations,
		locationId,
		secretSince,
		scopesAddedAt,
		createdAt,
		meta,
		...rest
	} = key;
	const { deletedAt, expiresAt, revokedAt, idleFrom } = key;
	return {
		...rest,
		locationId,
		expiresAt: expiresAt?.toISOString() ?? null,
		revokedAt: revokedAt?.toISOString() ?? null,
		deletedAt: deletedAt?.toISOString() ?? null,
		idleFrom: idleFrom.toISOString(),
		locationIds: locations.map((location) => location.locationId),
		credits: credits === null ? null : Number(credits.remaining),
		refill: credits && refillOf(credits),
	};
}
