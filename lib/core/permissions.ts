/**
 * Who may do what. This table is the only place that says so: pages, actions, API and tests read it.
 * Agency roles reach every location of their agency; location roles reach their own locations alone.
 */
export type AgencyRole = "OWNER" | "ADMIN" | "MEMBER";
export type LocationRole = "MANAGER" | "VIEWER";
export type PersonRole = AgencyRole | LocationRole;

const AGENCY: readonly PersonRole[] = ["OWNER", "ADMIN", "MEMBER"];
const OWNERS: readonly PersonRole[] = ["OWNER"];
const AGENCY_ADMINS: readonly PersonRole[] = ["OWNER", "ADMIN"];
const EVERYBODY: readonly PersonRole[] = ["OWNER", "ADMIN", "MEMBER", "MANAGER", "VIEWER"];
const KEEPERS: readonly PersonRole[] = ["OWNER", "ADMIN", "MANAGER"];

export const PERMISSIONS = {
	"agency.view": AGENCY,
	"agency.edit": AGENCY_ADMINS,
	"agency.delete": OWNERS,
	"agency_key.read": AGENCY,
	"agency_key.write": AGENCY_ADMINS,
	"agency_member.read": AGENCY,
	"agency_member.write": AGENCY_ADMINS,
	"agency_owner.write": OWNERS,
	"location.view": EVERYBODY,
	"location.write": AGENCY_ADMINS,
	"location_member.read": [...AGENCY, "MANAGER"],
	"location_member.write": KEEPERS,
	"location_key.read": EVERYBODY,
	"location_key.write": KEEPERS,
	"crm.read": EVERYBODY,
	"crm.write": KEEPERS,
	"shared_secret.use": AGENCY_ADMINS,
	"policy.read": AGENCY,
	"policy.write": AGENCY_ADMINS,
	"webhook.read": AGENCY,
	"webhook.write": AGENCY_ADMINS,
	"agency_audit.read": AGENCY_ADMINS,
	"location_audit.read": KEEPERS,
} as const satisfies Record<string, readonly PersonRole[]>;

export type Permission = keyof typeof PERMISSIONS;

/** A person's rights in one agency. */
export type Grants = {
	agencyRole: AgencyRole | null;
	locationRoles: ReadonlyMap<string, LocationRole>;
};

/** The role that counts at a place: that of the agency or that of the location, whichever may do more there. */
export function roleAt(grants: Grants, locationId: string | null): PersonRole | null {
	const here = locationId === null ? null : (grants.locationRoles.get(locationId) ?? null);
	if (grants.agencyRole === "MEMBER" && here === "MANAGER") return here;
	return grants.agencyRole ?? here;
}

/** Whether these rights allow `permission` at a location, or at the agency itself when `locationId` is null. */
export function isAllowed(grants: Grants, permission: Permission, locationId: string | null) {
	const role = roleAt(grants, locationId);
	return role !== null && PERMISSIONS[permission].includes(role);
}

const RANKS: readonly PersonRole[] = ["VIEWER", "MANAGER", "MEMBER", "ADMIN", "OWNER"];

/** Whether somebody with role `own` may hand out `given`: nobody gives more than they have. */
export const mayGrant = (own: PersonRole, given: PersonRole) => RANKS.indexOf(given) <= RANKS.indexOf(own);

export const keyPermission = (locationId: string | null, verb: "read" | "write"): Permission =>
	locationId === null ? `agency_key.${verb}` : `location_key.${verb}`;
