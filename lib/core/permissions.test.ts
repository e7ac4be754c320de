import { describe, expect, test } from "vitest";
import {
	type AgencyRole,
	type Grants,
	isAllowed,
	type LocationRole,
	mayGrant,
	PERMISSIONS,
	type Permission,
	type PersonRole,
	roleAt,
} from "./permissions.ts";

const ROLES: readonly PersonRole[] = ["OWNER", "ADMIN", "MEMBER", "MANAGER", "VIEWER"];

/** The rights once more, by hand: y for "may", in the order OWNER, ADMIN, MEMBER, MANAGER, VIEWER. */
const TABLE: Record<Permission, string> = {
	"agency.view": "yyy--",
	"agency_key.read": "yyy--",
	"agency_key.write": "yy---",
	"agency.edit": "yy---",
	"agency.delete": "y----",
	"agency_member.read": "yyy--",
	"agency_member.write": "yy---",
	"agency_owner.write": "y----",
	"location.view": "yyyyy",
	"location.write": "yy---",
	"location_member.read": "yyyy-",
	"location_member.write": "yy-y-",
	"shared_secret.use": "yy---",
	"policy.read": "yyy--",
	"policy.write": "yy---",
	"agency_audit.read": "yy---",
	"location_audit.read": "yy-y-",
	"webhook.read": "yyy--",
	"webhook.write": "yy---",
	"location_key.read": "yyyyy",
	"location_key.write": "yy-y-",
	"crm.read": "yyyyy",
	"crm.write": "yy-y-",
};

const HERE = "a location";
const ELSEWHERE = "another location";

const grantsOf = (role: PersonRole): Grants =>
	role === "MANAGER" || role === "VIEWER"
		? { agencyRole: null, locationRoles: new Map<string, LocationRole>([[HERE, role]]) }
		: { agencyRole: role as AgencyRole, locationRoles: new Map() };

test("every permission is in the product's table", () => {
	expect(Object.keys(PERMISSIONS).sort()).toEqual(Object.keys(TABLE).sort());
});

describe.each(Object.entries(TABLE) as [Permission, string][])("%s", (permission, may) => {
	test.each(ROLES.map((role, index) => [role, may[index] === "y"] as const))("%s: %s", (role, expected) => {
		expect(isAllowed(grantsOf(role), permission, HERE)).toBe(expected);
	});

	test("location people have it nowhere but at their own locations", () => {
		for (const role of ["MANAGER", "VIEWER"] as const) {
			expect(isAllowed(grantsOf(role), permission, ELSEWHERE)).toBe(false);
			expect(isAllowed(grantsOf(role), permission, null)).toBe(false);
		}
	});

	test("agency people have it or lack it alike at the agency and at every location", () => {
		for (const role of ["OWNER", "ADMIN", "MEMBER"] as const) {
			const expected = isAllowed(grantsOf(role), permission, HERE);
			expect(isAllowed(grantsOf(role), permission, ELSEWHERE)).toBe(expected);
			expect(isAllowed(grantsOf(role), permission, null)).toBe(expected);
		}
	});

	test("nobody has it without a role", () => {
		const nobody: Grants = { agencyRole: null, locationRoles: new Map() };
		expect(isAllowed(nobody, permission, HERE)).toBe(false);
		expect(isAllowed(nobody, permission, null)).toBe(false);
	});
});

test("names of object members are no locations", () => {
	for (const name of ["__proto__", "constructor", "toString", ""]) {
		expect(roleAt(grantsOf("MANAGER"), name)).toBeNull();
	}
});

test("somebody with roles at several locations has at each the one given there", () => {
	const grants: Grants = {
		agencyRole: null,
		locationRoles: new Map<string, LocationRole>([
			[HERE, "MANAGER"],
			[ELSEWHERE, "VIEWER"],
		]),
	};

	expect(isAllowed(grants, "location_key.write", HERE)).toBe(true);
	expect(isAllowed(grants, "location_key.write", ELSEWHERE)).toBe(false);
});

describe("nobody gives a role above their own", () => {
	const HIGHEST_FIRST: readonly PersonRole[] = ["OWNER", "ADMIN", "MEMBER", "MANAGER", "VIEWER"];

	test.each(ROLES.flatMap((own) => ROLES.map((given) => [own, given] as const)))(
		"%s gives %s",
		(own, given) => {
			expect(mayGrant(own, given)).toBe(HIGHEST_FIRST.indexOf(own) <= HIGHEST_FIRST.indexOf(given));
		},
	);
});

test("a member of the agency who manages a location may do both", () => {
	const grants: Grants = { agencyRole: "MEMBER", locationRoles: new Map([["harbour", "MANAGER"]]) };

	expect(isAllowed(grants, "agency_key.read", null)).toBe(true);
	expect(isAllowed(grants, "agency_key.write", null)).toBe(false);
	expect(isAllowed(grants, "location_key.write", "harbour")).toBe(true);
	expect(isAllowed(grants, "location_key.write", "hillside")).toBe(false);
	expect(isAllowed(grants, "location_key.read", "hillside")).toBe(true);
});
