import type { AgencyRole, LocationRole } from "../permissions.ts";

/** All that somebody is in an agency. */
export type MemberRoles = {
	agencyRole: AgencyRole | null;
	locations: readonly { locationId: string; role: LocationRole }[];
};
