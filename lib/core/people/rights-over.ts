import { mayGrant, PERMISSIONS, type PersonRole } from "../permissions.ts";
import type { PersonSummary } from "./person.ts";

/** What one person may do about another's membership; the services decide, this says what to offer. */
export type RightsOver = {
	changeRole: boolean;
	remove: boolean;
	leave: boolean;
	handOver: boolean;
	resetPassword: boolean;
};

const includes = (roles: readonly PersonRole[], role: PersonRole) => roles.includes(role);

/** The rights of somebody with role `own` in the Agency View. */
export function rightsInAgency(own: PersonRole, person: PersonSummary): RightsOver {
	const mayTouch =
		includes(PERMISSIONS["agency_member.write"], own) &&
		(person.agencyRole === null || mayGrant(own, person.agencyRole));
	const isOwner = includes(PERMISSIONS["agency_owner.write"], own);
	return {
		changeRole: mayTouch && person.agencyRole !== null,
		remove: mayTouch && !person.isYou,
		leave: person.isYou,
		handOver: isOwner && !person.isYou && person.agencyRole !== null && person.agencyRole !== "OWNER",
		resetPassword: isOwner && !person.isYou,
	};
}

/** The rights of somebody with role `own` at a location, over the location's own people. */
export function rightsAtLocation(own: PersonRole, person: PersonSummary): RightsOver {
	const role = person.locationRoles[0]?.role;
	const mayTouch =
		role !== undefined && includes(PERMISSIONS["location_member.write"], own) && mayGrant(own, role);
	return {
		changeRole: mayTouch,
		remove: mayTouch && !person.isYou,
		leave: person.isYou && role !== undefined,
		handOver: false,
		resetPassword: false,
	};
}
