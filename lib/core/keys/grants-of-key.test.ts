import { expect, test } from "vitest";
import { isAllowed, type Permission } from "../permissions.ts";
import { grantsOfKey } from "./grants-of-key.ts";

const HERE = "01970000-0000-7000-8000-000000000001";
const THERE = "01970000-0000-7000-8000-000000000002";

const may = (grants: ReturnType<typeof grantsOfKey>, permission: Permission, locationId: string | null) =>
	isAllowed(grants, permission, locationId);

test("a location's key acts there and nowhere else", () => {
	const grants = grantsOfKey({ role: "ADMIN", locationId: HERE, chosenLocationIds: null });

	expect(may(grants, "crm.write", HERE)).toBe(true);
	expect(may(grants, "crm.read", THERE)).toBe(false);
	expect(may(grants, "agency_key.read", null)).toBe(false);
});

test("an agency's key with a chosen list acts on what is chosen, and not on the agency", () => {
	const grants = grantsOfKey({ role: "ADMIN", locationId: null, chosenLocationIds: [THERE] });

	expect(may(grants, "crm.write", THERE)).toBe(true);
	expect(may(grants, "crm.read", HERE)).toBe(false);
	expect(may(grants, "agency_key.write", null)).toBe(false);
});

test("an agency's key for all locations acts on each of them and on the agency", () => {
	const grants = grantsOfKey({ role: "ADMIN", locationId: null, chosenLocationIds: null });

	expect(may(grants, "crm.write", HERE)).toBe(true);
	expect(may(grants, "agency_key.write", null)).toBe(true);
	expect(may(grants, "agency_owner.write", null)).toBe(false);
});

test.each([
	{ locationId: HERE, chosenLocationIds: null },
	{ locationId: null, chosenLocationIds: [HERE] },
	{ locationId: null, chosenLocationIds: null },
])("a key that may only read writes nowhere: %j", (reach) => {
	const grants = grantsOfKey({ role: "READONLY", ...reach });

	expect(may(grants, "crm.read", HERE)).toBe(true);
	expect(may(grants, "crm.write", HERE)).toBe(false);
	expect(may(grants, "agency_key.write", null)).toBe(false);
});
