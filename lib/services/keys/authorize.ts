import { AppError, notFound } from "#lib/core/errors.ts";
import { ceilingProblems, type WantedPower } from "#lib/core/keys/ceiling.ts";
import { refillOf } from "#lib/core/keys/refill.ts";
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

/** {@link permitKeys} for one key. A key that acts on chosen locations sees none of its level, but itself. */
export function permitKey(
	ctx: Context,
	key: { id: string; locationId: string | null },
	verb: "read" | "write",
) {
	if (!isItself(ctx, key)) permitKeys(ctx, key.locationId, verb);
}

const isItself = ({ actor }: Context, key: { id: string }) => actor.kind === "key" && actor.id === key.id;

/** Loads a key that is not in the trash and that the actor may read. */
export async function findReadableKey(tx: Tx, ctx: Context, keyId: string): Promise<KeyFacts> {
	const key = await findKey(tx, ctx.agencyId, keyId);
	if (!key || key.deletedAt) throw notFound();
	permitKey(ctx, key, "read");
	return key;
}

/** Locks a key that is not in the trash and that the actor may change. */
export async function lockChangeableKey(tx: Tx, ctx: Context, keyId: string): Promise<KeyFacts> {
	const key = await lockKey(tx, ctx.agencyId, keyId);
	if (!key || key.deletedAt) throw notFound();
	permitKey(ctx, key, "write");
	refuseGreaterKey(ctx, key);
	return key;
}

/** What a key may do, in the words of the ceiling that other keys are held to. */
export const powerOf = (key: KeyFacts): WantedPower => ({
	level: key.level,
	locationId: key.locationId,
	locationIds:
		key.level === "AGENCY" && !key.allLocations ? key.locations.map((one) => one.locationId) : null,
	role: key.role,
	scopes: key.scopes,
	expiresAt: key.expiresAt,
	allowedAddresses: key.allowedAddresses,
	rateLimit: rateLimitOf(key),
	credits: key.credits && Number(key.credits.remaining),
	refill: key.credits && refillOf(key.credits),
});

/** Stored limits count over periods that were checked when they were written. */
export const rateLimitOf = ({ rateLimitMax, rateLimitSeconds }: KeyFacts) =>
	rateLimitMax === null || rateLimitSeconds === null
		? null
		: { max: rateLimitMax, seconds: rateLimitSeconds as 1 | 60 | 3_600 };

/** Refuses a key that would change one that holds more than itself, or another that manages keys. */
export function refuseGreaterKey(ctx: Context, key: KeyFacts) {
	if (ctx.actor.kind !== "key" || isItself(ctx, key)) return;
	const beyond = ceilingProblems(ctx.actor.holds, powerOf(key), null).map(({ field }) => field);
	if (beyond.length === 0) return;
	const members = [...new Set(beyond)].join(", ");
	const message = `Your key changes no key that manages keys or holds more than itself. This one does: ${members}.`;
	throw new AppError("forbidden", message);
}

/** Refuses a key that would give another, or itself, more than it holds. */
export function refuseAboveCeiling({ actor }: Context, wanted: WantedPower, before: KeyFacts | null) {
	if (actor.kind !== "key") return;
	const fields = ceilingProblems(actor.holds, wanted, before && powerOf(before));
	if (fields.length === 0) return;
	throw new AppError("forbidden", fields.map(({ message }) => message).join(" "), { fields });
}

/** {@link refuseAboveCeiling} for what is written already: the transaction takes it back. */
export const refuseGain = (ctx: Context, after: KeyFacts, before: KeyFacts) =>
	refuseAboveCeiling(ctx, powerOf(after), before);

/** Refuses when somebody changed the key after the actor saw it. */
export function refuseUnseenChange(key: KeyFacts, version: number | undefined) {
	if (version === undefined || key.version === version) return;
	throw new AppError("conflict", "Somebody else changed this key meanwhile. Reload to see what it says now.");
}
