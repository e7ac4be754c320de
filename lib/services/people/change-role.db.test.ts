import { describe, expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import type { AgencyRole } from "#lib/core/permissions.ts";
import { contextFor, makeAgency, makeLocation, makeMember, makePerson } from "#lib/testing/factories.ts";
import { fourCases, refusalOf } from "#lib/testing/four-cases.ts";
import { makeAgencyPerson, signedInSession, storedRoles } from "#lib/testing/people.ts";
import { testWorld } from "#lib/testing/world.ts";
import { changeAgencyRole } from "./change-agency-role.ts";
import { changeLocationRole } from "./change-location-role.ts";

const world = await testWorld();

describe("changing a role in the agency", () => {
	fourCases({
		world,
		places: ["agency"],
		permission: () => "agency_member.write",
		knows: () => "agency_member.read",
		action: "agency_member.change_role",
		arrange: async ({ agency }) => ({
			personId: (await makeAgencyPerson(world, agency, "MEMBER")).id,
			role: "ADMIN" as const,
		}),
		act: changeAgencyRole,
		absent: (target) => ({ ...target, personId: newId() }),
		observe: ({ agency }) => storedRoles(world, agency),
		done: [{ role: "ADMIN" }],
	});

	test.each([
		["OWNER", "OWNER", "ADMIN", true],
		["OWNER", "MEMBER", "OWNER", true],
		["ADMIN", "ADMIN", "MEMBER", true],
		["ADMIN", "MEMBER", "ADMIN", true],
		["ADMIN", "MEMBER", "OWNER", false],
		["ADMIN", "OWNER", "MEMBER", false],
		["ADMIN", "OWNER", "OWNER", false],
	] as const)("%s makes %s %s: %s", async (own, from: AgencyRole, to: AgencyRole, may) => {
		const agency = await makeAgency(world);
		await makeAgencyPerson(world, agency, "OWNER");
		const { id: personId } = await makeAgencyPerson(world, agency, from);
		const attempt = changeAgencyRole(contextFor(world, agency, { role: own }), { personId, role: to });

		if (may) await attempt;
		else expect((await refusalOf(attempt)).code).toBe("forbidden");

		expect(await storedRoles(world, agency)).toContainEqual({
			id: personId,
			location: null,
			role: may ? to : from,
		});
	});

	test.each([
		["MEMBER", "OWNER"],
		["OWNER", "MEMBER"],
	] as const)("from %s to %s asks who it is first", async (from, role) => {
		const agency = await makeAgency(world);
		await makeAgencyPerson(world, agency, "OWNER");
		const { id: personId } = await makeAgencyPerson(world, agency, from);
		const ctx = contextFor(world, agency, { role: "OWNER", steppedUp: false });

		const refusal = await refusalOf(changeAgencyRole(ctx, { personId, role }));

		expect(refusal.code).toBe("step_up_required");
	});

	test("ends the person's sessions, and nobody else's", async () => {
		const agency = await makeAgency(world);
		const person = await makeAgencyPerson(world, agency, "MEMBER");
		const other = await makeAgencyPerson(world, agency, "MEMBER");
		const [ended, kept] = [await signedInSession(world, person), await signedInSession(world, other)];

		await changeAgencyRole(contextFor(world, agency, { role: "ADMIN" }), {
			personId: person.id,
			role: "ADMIN",
		});

		expect([await ended.isAlive(), await kept.isAlive()]).toEqual([false, true]);
	});

	test("to what it is already changes nothing and ends no session", async () => {
		const agency = await makeAgency(world);
		const person = await makeAgencyPerson(world, agency, "MEMBER");
		const session = await signedInSession(world, person);

		await changeAgencyRole(contextFor(world, agency, { role: "ADMIN" }), {
			personId: person.id,
			role: "MEMBER",
		});

		expect(await session.isAlive()).toBe(true);
	});
});

describe("changing a role at a location", () => {
	fourCases({
		world,
		places: ["location"],
		permission: () => "location_member.write",
		knows: () => "location_member.read",
		action: "location_member.change_role",
		arrange: async ({ agency, location }) => {
			const person = await makePerson(world);
			await makeMember(world, agency, person, "VIEWER", location);
			return { personId: person.id, locationId: location.id, role: "MANAGER" as const };
		},
		act: changeLocationRole,
		absent: (target) => ({ ...target, personId: newId() }),
		observe: ({ agency }) => storedRoles(world, agency),
		done: [{ role: "MANAGER" }],
	});

	test("a deleted location has no people", async () => {
		const agency = await makeAgency(world);
		const location = await makeLocation(world, agency, { deleted: true });
		const { id: personId } = await makeMember(world, agency, await makePerson(world), "VIEWER", location);
		const ctx = contextFor(world, agency, { role: "OWNER" });

		const refusal = await refusalOf(
			changeLocationRole(ctx, { personId, locationId: location.id, role: "MANAGER" }),
		);

		expect(refusal.code).toBe("not_found");
	});

	test("leaves the person's role at a sibling location alone, and ends their sessions", async () => {
		const agency = await makeAgency(world);
		const [here, there] = [await makeLocation(world, agency), await makeLocation(world, agency)];
		const person = await makePerson(world);
		for (const location of [here, there]) await makeMember(world, agency, person, "MANAGER", location);
		const session = await signedInSession(world, person);

		await changeLocationRole(contextFor(world, agency, { role: "MANAGER", location: here }), {
			personId: person.id,
			locationId: here.id,
			role: "VIEWER",
		});

		const roles = await storedRoles(world, agency);
		expect(roles.find(({ location }) => location === here.id)?.role).toBe("VIEWER");
		expect(roles.find(({ location }) => location === there.id)?.role).toBe("MANAGER");
		expect(await session.isAlive()).toBe(false);
	});
});
