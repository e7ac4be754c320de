import type { AgencyRole, LocationRole, PersonRole } from "../permissions.ts";

/** Somebody with a role in an agency, as lists show them. */
export type PersonSummary = {
	id: string;
	name: string;
	email: string;
	isYou: boolean;
	agencyRole: AgencyRole | null;
	/** Roles at locations: in the Location View, at that location alone. */
	locationRoles: { id: string; name: string; role: LocationRole }[];
	/** ISO 8601; null when no sign-in of the last days is remembered. */
	lastSeenAt: string | null;
	hasSecondFactor: boolean;
};

/** An invitation that waits for its answer. */
export type InvitationSummary = {
	id: string;
	email: string;
	role: PersonRole;
	location: { id: string; name: string } | null;
	invitedByName: string;
	sentAt: string;
	expiresAt: string;
	isExpired: boolean;
};
