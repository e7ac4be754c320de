import { describe, expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import { scopesForLevel } from "#lib/core/scopes.ts";
import { auditTrail, contextFor, makeAgency, makeLocation, makePerson } from "#lib/testing/factories.ts";
import { fourCases, refusalOf } from "#lib/testing/four-cases.ts";
import { keyContext } from "#lib/testing/key-context.ts";
import { storedRoles } from "#lib/testing/people.ts";
import { testWorld } from "#lib/testing/world.ts";
import { createMember } from "./create-member.ts";

const world = await testWorld();

const newPerson = () => ({
	email: `${newId()}@example.test`,
	name: "Grace Hopper",
	password: "twelve sturdy umbrellas 7",
});
const viewerAt = (locationId: string) => ({
	agencyRole: null,
	locations: [{ locationId, role: "VIEWER" as const }],
});

fourCases({
	world,
	places: ["agency"],
	permission: () => "agency_member.write",
	knows: () => "agency_member.read",
	action: "agency_member.add",
	arrange: async () => ({ ...newPerson(), agencyRole: "MEMBER" as const, locations: [] }),
	act: createMember,
	observe: ({ agency }) => storedRoles(world, agency),
	done: [{ role: "MEMBER" }],
});

fourCases({
	world,
	places: ["location"],
	permission: () => "location_member.write",
	knows: () => "location_member.read",
	action: "location_member.add",
	arrange: async ({ location }) => ({ ...newPerson(), ...viewerAt(location.id) }),
	act: createMember,
	absent: (target) => ({ ...target, ...viewerAt(newId()) }),
	observe: ({ agency }) => storedRoles(world, agency),
	done: [{ role: "VIEWER" }],
});

describe("an account", () => {
	test("is not made for an address that somebody signs in with, and nothing is changed", async () => {
		const agency = await makeAgency(world);
		const { email } = await makePerson(world);
		const ctx = contextFor(world, agency, { role: "ADMIN" });

		const refusal = await refusalOf(
			createMember(ctx, { ...newPerson(), email, agencyRole: "MEMBER", locations: [] }),
		);

		expect(refusal).toMatchObject({ code: "conflict", fields: [{ field: "email" }] });
		expect(await storedRoles(world, agency)).toEqual([]);
		expect(await auditTrail(world, agency)).toEqual([]);
	});

	test("is made once when it is asked for several times at once", async () => {
		const agency = await makeAgency(world);
		const ctx = contextFor(world, agency, { role: "ADMIN" });
		const person = { ...newPerson(), agencyRole: "MEMBER" as const, locations: [] };

		const attempts = await Promise.allSettled([1, 2, 3].map(() => createMember(ctx, person)));

		expect(attempts.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
		expect(await storedRoles(world, agency)).toHaveLength(1);
	});

	test("is refused a password that anybody would guess", async () => {
		const agency = await makeAgency(world);
		const ctx = contextFor(world, agency, { role: "ADMIN" });

		const refusal = await refusalOf(
			createMember(ctx, { ...newPerson(), password: "password", agencyRole: "MEMBER", locations: [] }),
		);

		expect(refusal).toMatchObject({ code: "invalid_input", fields: [{ field: "password" }] });
	});
});

describe("a key", () => {
	test.each([
		["MANAGER", ["users.write"], "forbidden"],
		["VIEWER", ["users.write"], "done"],
		["MANAGER", [...scopesForLevel("LOCATION"), "users.write", "keys.write"], "done"],
	] as const)("makes a %s with %j: %s", async (role, scopes, expected) => {
		const agency = await makeAgency(world);
		const location = await makeLocation(world, agency);
		const ctx = keyContext(world, agency, { scopes });
		const roles = { agencyRole: null, locations: [{ locationId: location.id, role }] };

		const outcome = await createMember(ctx, { ...newPerson(), ...roles }).then(
			() => "done",
			(error: { code: string }) => error.code,
		);

		expect(outcome).toBe(expected);
		expect(await storedRoles(world, agency)).toHaveLength(expected === "done" ? 1 : 0);
	});

	test("makes nobody at a location that it does not act on", async () => {
		const agency = await makeAgency(world);
		const [own, sibling] = [await makeLocation(world, agency), await makeLocation(world, agency)];
		const ctx = keyContext(world, agency, { scopes: ["users.write"], locationIds: [own.id] });

		const refusals = [
			await refusalOf(createMember(ctx, { ...newPerson(), ...viewerAt(sibling.id) })),
			await refusalOf(createMember(ctx, { ...newPerson(), ...viewerAt(newId()) })),
		];

		expect(refusals[0]).toEqual(refusals[1]);
		expect(refusals[0]?.code).toBe("not_found");
	});
});
