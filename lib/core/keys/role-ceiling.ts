import { PERMISSIONS, type PersonRole } from "../permissions.ts";
import { holdsScope, scopesForLevel } from "../scopes.ts";

const KEY_MAKERS: readonly PersonRole[] = PERMISSIONS["location_key.write"];

/**
 * Whether a key may give or take a role. Whoever manages keys can make one that holds everything its level allows, so only
 * a key that holds all of that itself makes such people.
 */
export function mayKeyGrant(held: readonly string[], role: PersonRole) {
	if (!KEY_MAKERS.includes(role)) return true;
	const reachable = scopesForLevel(role === "MANAGER" ? "LOCATION" : "AGENCY");
	return [...reachable, "keys.write"].every((scope) => holdsScope(held, scope));
}
