import { AppError, type FieldError } from "#lib/core/errors.ts";
import { type KeyFields, keyFieldProblems, storedScopes } from "#lib/core/keys/fields.ts";
import type { KeyLevel, KeyRole } from "#lib/core/keys/key.ts";
import { refillOf } from "#lib/core/keys/refill.ts";
import { keepsExpiry, policyProblems } from "#lib/core/policies.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import type { KeyFacts } from "#lib/data/keys.ts";
import { countLocations } from "#lib/data/locations.ts";
import { readPolicy } from "#lib/data/policies.ts";
import { refuseDuplicate } from "../refuse-duplicate.ts";
import { requireStepUp } from "../require-step-up.ts";
import { refuseAboveCeiling } from "./authorize.ts";

const refuse = (fields: FieldError[]) =>
	new AppError("invalid_input", fields.map((field) => field.message).join(" "), { fields });

type SharedFields = Omit<KeyFields, "level" | "locationId">;

/**
 * Refuses fields that do not go together, break the agency's policy, name a location that is not there, or ask for a
 * power that needs step-up. An end date that stays may lie in the past.
 */
export async function checkKeyFields(
	tx: Tx,
	ctx: Context,
	{ level, locationId }: Pick<KeyFacts, "level" | "locationId">,
	fields: SharedFields,
	before: KeyFacts | null,
) {
	const { policy } = await readPolicy(tx, ctx.agencyId);
	const changed = keepsExpiry(before, fields) ? { ...fields, expiresAt: null } : fields;
	const problems = [
		...keyFieldProblems(level, changed, ctx.now),
		...policyProblems(policy, level, fields, before, ctx.now),
	];
	if (problems.length > 0) throw refuse(problems);

	const chosen = chosenLocations(level, fields);
	const locationIds = level === "AGENCY" && !fields.allLocations ? chosen : null;
	const refill = fields.refill === undefined ? before?.credits && refillOf(before.credits) : fields.refill;
	refuseAboveCeiling(
		ctx,
		{ ...fields, scopes: storedScopes(fields), level, locationId, locationIds, refill: refill ?? null },
		before,
	);
	if ((await countLocations(tx, ctx.agencyId, chosen)) !== chosen.length) {
		throw refuse([{ field: "locationIds", message: "One of these locations does not exist any more." }]);
	}
	confirmPower(ctx, gainsPower(level, fields, before), "A key with this much power");
}

/** Asks whoever hands out much power to confirm it. A key cannot: it hands out no more than it holds. */
export function confirmPower(ctx: Context, isGreat: boolean, what: string) {
	if (ctx.actor.kind === "key" || !isGreat) return;
	requireStepUp(ctx, `${what} asks that you confirm that it is you.`);
}

type Power = { role: KeyRole; scopes: readonly string[] };

/** Whether a key becomes an agency ADMIN key, or one that manages other keys, and was not before. */
export function gainsPower(level: KeyLevel, { role, scopes }: Power, before: Power | null) {
	if (level !== "AGENCY" || role !== "ADMIN") return false;
	const managedKeys = before?.role === "ADMIN" && before.scopes.includes("keys.write");
	return before?.role !== "ADMIN" || (scopes.includes("keys.write") && !managedKeys);
}

/** The chosen list of an agency key, each once; empty when it acts on all or has a location of its own. */
export const chosenLocations = (level: KeyLevel, fields: { allLocations: boolean; locationIds: string[] }) =>
	level === "AGENCY" && !fields.allLocations ? [...new Set(fields.locationIds)] : [];

/** What is said of inactivity and rotation; what is left out stays as it is. */
export const chosenUpkeep = ({
	inactivityDays,
	inactivityExempt,
	rotateEveryDays,
}: Partial<SharedFields>) => ({
	...(inactivityDays !== undefined && { inactivityDays }),
	...(inactivityExempt !== undefined && { inactivityExempt }),
	...(rotateEveryDays !== undefined && { rotateEveryDays }),
});

/** Runs a write and says in words that the title is taken. */
export const refuseTakenTitle = <T>(write: Promise<T>) =>
	refuseDuplicate(write, {
		field: "title",
		message: "Another key here already has this title.",
		indexes: "api_keys_title",
	});
