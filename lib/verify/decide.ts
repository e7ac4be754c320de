import { addressAllowed } from "#lib/core/addresses.ts";
import { capScopes, holdsScope, type Scope } from "#lib/core/scopes.ts";
import type { VerdictCode } from "#lib/core/verdicts.ts";
import type { SecretFacts } from "#lib/data/verify-lookup.ts";

/** What a key is asked to be good for. */
export type Demand = {
	scopes: readonly string[];
	locationId: string | null;
	/** The normalised address of the one who sends the key; null when nobody knows it. */
	address: string | null;
};

/** The verdicts that need nothing but facts. Rate limit and credits come after, since asking them spends them. */
export type FactVerdict = Exclude<VerdictCode, "RATE_LIMITED" | "USAGE_EXCEEDED">;

/** The scopes that the key really holds: READONLY caps whatever is stored. */
export const effectiveScopes = (facts: SecretFacts) => capScopes(facts.scopes as Scope[], facts.role);

/**
 * The ladder: the first rule that speaks decides. The order is a promise to callers, so new rules go where the
 * product's page on verification says, never where it is convenient.
 */
export function decide(facts: SecretFacts | null, demand: Demand, now: Date): FactVerdict {
	if (!facts || facts.deleted_at) return "NOT_FOUND";
	if (facts.secret_ends_at && facts.secret_ends_at <= now) return "NOT_FOUND";
	if (facts.revoked_at) return "REVOKED";
	if (!facts.enabled) return "DISABLED";
	if (facts.expires_at && facts.expires_at <= now) return "EXPIRED";
	if (facts.suspended) return "SUSPENDED";
	const { locationId } = demand;
	if (locationId !== null && facts.location_ids.includes(locationId)) {
		if (facts.suspended_location_ids.includes(locationId)) return "SUSPENDED";
	}
	if (facts.allowed_addresses.length > 0) {
		if (demand.address === null || !addressAllowed(demand.address, facts.allowed_addresses))
			return "FORBIDDEN";
	}
	if (locationId !== null && !facts.location_ids.includes(locationId)) return "FORBIDDEN";
	const held = effectiveScopes(facts);
	if (!demand.scopes.every((scope) => holdsScope(held, scope))) return "INSUFFICIENT_PERMISSIONS";
	return "VALID";
}
