import { AppError, notFound } from "#lib/core/errors.ts";
import { ceilingProblems, type KeyPower, mayTouch } from "#lib/core/keys/ceiling.ts";
import { isAllowed, keyPermission } from "#lib/core/permissions.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { findKey, type KeyFacts, lockKey } from "#lib/data/keys.ts";

/** Refuses unless the actor may read or change keys at this place. Places they may not see do not exist for them. */
export function permitKeys(ctx: Context, locationId: string | null, verb: "read" | "write") {
	if (isAllowed(ctx.grants, keyPermission(locationId, verb), locationId)) return;
	if (!isAllowed(ctx.grants, keyPermission(locationId, "read"), locationId)) throw notFound();
	throw new AppError("forbidden", "Your role here may look at these keys, not change them.");
}

/** Loads a key that is not in the trash and that the actor may read. */
export async function findReadableKey(tx: Tx, ctx: Context, keyId: string): Promise<KeyFacts> {
	const key = await findKey(tx, ctx.agencyId, keyId);
	if (!key || key.deletedAt) throw notFound();
	permitKeys(ctx, key.locationId, "read");
	return key;
}

/** Locks a key that is not in the trash and that the actor may change. */
export async function lockChangeableKey(tx: Tx, ctx: Context, keyId: string): Promise<KeyFacts> {
	const key = await lockKey(tx, ctx.agencyId, keyId);
	if (!key || key.deletedAt) throw notFound();
	permitKeys(ctx, key.locationId, "write");
	refuseGreaterKey(ctx, key);
	return key;
}

/** What a key may do, in the words of the ceiling that other keys are held to. */
export const powerOf = (key: KeyFacts) => ({
	id: key.id,
	level: key.level,
	locationId: key.locationId,
	locationIds:
		key.level === "AGENCY" && !key.allLocations ? key.locations.map((one) => one.locationId) : null,
	role: key.role,
	scopes: key.scopes,
	expiresAt: key.expiresAt,
	allowedAddresses: key.allowedAddresses,
});

/** Refuses a key that would change one that holds more than itself, or another that manages keys. */
export function refuseGreaterKey({ actor }: Context, key: KeyFacts) {
	if (actor.kind !== "key" || mayTouch({ id: actor.id, ...actor.holds }, powerOf(key))) return;
	throw new AppError("forbidden", "Your key may not change this one, which may do more than yours.");
}

/** Refuses a key that would give another, or itself, more than it holds. */
export function refuseAboveCeiling({ actor }: Context, wanted: KeyPower, before: KeyFacts | null) {
	if (actor.kind !== "key") return;
	const fields = ceilingProblems(actor.holds, wanted, before);
	if (fields.length === 0) return;
	throw new AppError("forbidden", fields.map(({ message }) => message).join(" "), { fields });
}

/** Refuses when somebody changed the key after the actor saw it. */
export function refuseUnseenChange(key: KeyFacts, version: number | undefined) {
	if (version === undefined || key.version === version) return;
	throw new AppError("conflict", "Somebody else changed this key meanwhile. Reload to see what it says now.");
}
