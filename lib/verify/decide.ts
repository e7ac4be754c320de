import { type PermissionQuery, satisfies } from "#lib/core/permission-query.ts";
import type { VerdictCode } from "#lib/core/verdicts.ts";
import { actsOn, type KeyFacts } from "./key-facts.ts";

/** What a key is asked to be good for. */
export type Demand = {
	scopes: readonly string[];
	/** What it must hold besides. */
	permissions?: PermissionQuery | undefined;
	locationId: string | null;
	/** The normalised address of the one who sends the key; null when nobody knows it. */
	address: string | null;
};

/** The verdicts that need nothing but facts. Rate limit and credits come after, since asking them spends them. */
export type FactVerdict = Exclude<VerdictCode, "RATE_LIMITED" | "USAGE_EXCEEDED">;

/**
 * The ladder: the first rule that speaks decides. The order is a promise to callers, so new rules go where the
 * product's page on verification says, never where it is convenient. `now` is milliseconds since 1970, database time.
 */
export function decide(facts: KeyFacts, demand: Demand, now: number): FactVerdict {
	const { standing, agency } = facts;
	const { address, locationId, scopes, permissions } = demand;
	if (standing === "DELETED" || facts.secretEndsAt <= now) return "NOT_FOUND";
	if (standing !== "GOOD") return standing;
	if (facts.expiresAt <= now) return "EXPIRED";
	if (agency.suspended || isSuspended(facts, facts.locationId)) return "SUSPENDED";
	if (locationId !== null && actsOn(facts, locationId) && isSuspended(facts, locationId)) return "SUSPENDED";
	if (facts.addresses !== null && (address === null || !facts.addresses.includes(address)))
		return "FORBIDDEN";
	if (locationId !== null && !actsOn(facts, locationId)) return "FORBIDDEN";
	for (const scope of scopes) if (!facts.scopes.has(scope)) return "INSUFFICIENT_PERMISSIONS";
	if (permissions !== undefined && !satisfies(facts.scopes, permissions)) return "INSUFFICIENT_PERMISSIONS";
	return "VALID";
}

const isSuspended = ({ agency }: KeyFacts, locationId: string | null) =>
	locationId !== null && agency.suspendedLocations.has(locationId);
