import type { Grants, LocationRole } from "../permissions.ts";
import type { KeyRole } from "./key.ts";

/** What a key is at home in: its own location, the chosen ones, or, when both are null, the whole agency. */
type Reach = { role: KeyRole; locationId: string | null; chosenLocationIds: readonly string[] | null };

/**
 * The rights that a key acts with, in the words of people's roles. They say where it may act, and whether it may write;
 * what it may touch there, its scopes say.
 */
export function grantsOfKey({ role, locationId, chosenLocationIds }: Reach): Grants {
	const there: LocationRole = role === "ADMIN" ? "MANAGER" : "VIEWER";
	const locationIds = locationId === null ? chosenLocationIds : [locationId];
	if (locationIds) return { agencyRole: null, locationRoles: new Map(locationIds.map((id) => [id, there])) };
	return { agencyRole: role === "ADMIN" ? "ADMIN" : "MEMBER", locationRoles: new Map() };
}
