import {
	type AgencyRole,
	type Grants,
	type LocationRole,
	type PersonRole,
	roleAt,
} from "#lib/core/permissions.ts";
import type { Database, Tx } from "#lib/data/client.ts";
import { listLocations } from "#lib/data/locations.ts";
import { listMemberships } from "#lib/data/people.ts";
import { transactAs } from "#lib/data/transaction.ts";

export type PlaceLocation = {
	id: string;
	slug: string;
	name: string;
	/** All of its keys are refused for now. */
	isSuspended: boolean;
	role: PersonRole;
};

/** An agency as one person sees it: their role in it, and the locations they may enter. */
export type Place = {
	agency: { id: string; slug: string; name: string };
	/** Null for people who belong to locations alone. */
	role: AgencyRole | null;
	locations: PlaceLocation[];
	grants: Grants;
};

/** Everywhere that a person may go, by name. */
export async function listPlaces(database: Database, personId: string): Promise<Place[]> {
	const memberships = await transactAs(database, { personId }, (tx) => listMemberships(tx, personId));
	const places: Place[] = [];
	for (const agency of memberships.facts) {
		const role = memberships.agencies.find((row) => row.agencyId === agency.id)?.role ?? null;
		const memberOf = new Map<string, LocationRole>(
			memberships.locations
				.filter((row) => row.agencyId === agency.id)
				.map((row) => [row.locationId, row.role]),
		);
		const locations = await transactAs(database, { agencyId: agency.id, personId }, (tx) =>
			enterableLocations(tx, agency.id, { agencyRole: role, locationRoles: memberOf }),
		);
		// A role at a location that was deleted gives no rights any more.
		const locationRoles = new Map([...memberOf].filter(([id]) => locations.some((row) => row.id === id)));
		places.push({ agency, role, locations, grants: { agencyRole: role, locationRoles } });
	}
	return places;
}

async function enterableLocations(tx: Tx, agencyId: string, grants: Grants) {
	const locations = await listLocations(tx, agencyId);
	return locations.flatMap(({ suspendedAt, ...location }): PlaceLocation[] => {
		const role = roleAt(grants, location.id);
		return role ? [{ ...location, isSuspended: suspendedAt !== null, role }] : [];
	});
}
