import { describe, expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import type { AgencyRole } from "#lib/core/permissions.ts";
import { auditTrail, contextFor, makeAgency, makeLocation, makePerson } from "#lib/testing/factories.ts";
import { fourCases, refusalOf, type Scene } from "#lib/testing/four-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { addToAgency } from "./add-to-agency.ts";
import { addToLocation } from "./add-to-location.ts";

const world = await testWorld();

const agencyRoles = async ({ agency }: Pick<Scene, "agency">) =>
	(
		await world.owner.query(
			"select user_id as id, role::text from agency_members where agency_id = $1 order by 1",
			[agency.id],
		)
	).rows;
const locationRoles = async ({ agency }: Pick<Scene, "agency">) =>
	(
		await world.owner.query(
			"select location_id as location, role::text from location_members where agency_id = $1",
			[agency.id],
		)
	).rows;

describe("giving a person a role in the agency", () => {
	fourCases({
		world,
		places: ["agency"],
		permission: () => "agency_member.write",
		knows: () => null,
		action: "agency_member.add",
		arrange: async () => ({ personId: (await makePerson(world)).id, role: "MEMBER" as const }),
		act: addToAgency,
		observe: agencyRoles,
		done: [{ role: "MEMBER" }],
	});

	test.each([
		["OWNER", "OWNER", true],
		["OWNER", "ADMIN", true],
		["OWNER", "MEMBER", true],
		["ADMIN", "OWNER", false],
		["ADMIN", "ADMIN", true],
		["ADMIN", "MEMBER", true],
	] as const)("%s gives %s: %s", async (own, given: AgencyRole, may) => {
		const agency = await makeAgency(world);
		const person = await makePerson(world);
		const attempt = addToAgency(contextFor(world, agency, { role: own }), {
			personId: person.id,
			role: given,
		});

		if (may) await attempt;
		else expect((await refusalOf(attempt)).code).toBe("forbidden");

		expect(await agencyRoles({ agency })).toEqual(may ? [{ id: person.id, role: given }] : []);
	});

	test("somebody who has a role already keeps it: adding is not a way to change it", async () => {
		const agency = await makeAgency(world);
		const person = await makePerson(world);
		const ctx = contextFor(world, agency, { role: "OWNER" });
		await addToAgency(ctx, { personId: person.id, role: "OWNER" });

		const refusal = await refusalOf(addToAgency(ctx, { personId: person.id, role: "MEMBER" }));

		expect(refusal.code).toBe("conflict");
		expect(await agencyRoles({ agency })).toEqual([{ id: person.id, role: "OWNER" }]);
		expect(await auditTrail(world, agency)).toHaveLength(1);
	});

	test("a person who does not exist is refused", async () => {
		const agency = await makeAgency(world);

		const refusal = await refusalOf(
			addToAgency(contextFor(world, agency, { role: "OWNER" }), { personId: newId(), role: "MEMBER" }),
		);

		expect(refusal.code).toBe("not_found");
	});
});

describe("giving a person a role at a location", () => {
	fourCases({
		world,
		places: ["location"],
		permission: () => "location_member.write",
		knows: () => "location.view",
		action: "location_member.add",
		arrange: async ({ location }) => ({
			personId: (await makePerson(world)).id,
			locationId: location.id,
			role: "VIEWER" as const,
		}),
		act: addToLocation,
		absent: (target) => ({ ...target, locationId: newId() }),
		observe: locationRoles,
		done: [{ role: "VIEWER" }],
	});

	test("a manager makes managers and viewers of their own location", async () => {
		const agency = await makeAgency(world);
		const location = await makeLocation(world, agency);
		const ctx = contextFor(world, agency, { role: "MANAGER", location });

		for (const role of ["MANAGER", "VIEWER"] as const) {
			await addToLocation(ctx, { personId: (await makePerson(world)).id, locationId: location.id, role });
		}

		expect((await locationRoles({ agency })).map((row) => row.role).sort()).toEqual(["MANAGER", "VIEWER"]);
	});

	test("a deleted location takes nobody", async () => {
		const agency = await makeAgency(world);
		const location = await makeLocation(world, agency, { deleted: true });
		const person = await makePerson(world);

		const refusal = await refusalOf(
			addToLocation(contextFor(world, agency, { role: "OWNER" }), {
				personId: person.id,
				locationId: location.id,
				role: "VIEWER",
			}),
		);

		expect(refusal.code).toBe("not_found");
	});

	test("somebody who has a role there already keeps it", async () => {
		const agency = await makeAgency(world);
		const location = await makeLocation(world, agency);
		const person = await makePerson(world);
		const ctx = contextFor(world, agency, { role: "OWNER" });
		const add = (role: "MANAGER" | "VIEWER") =>
			addToLocation(ctx, { personId: person.id, locationId: location.id, role });
		await add("MANAGER");

		expect((await refusalOf(add("VIEWER"))).code).toBe("conflict");
		expect(await locationRoles({ agency })).toEqual([{ location: location.id, role: "MANAGER" }]);
	});
});
