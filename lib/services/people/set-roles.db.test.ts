import { describe, expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import type { Scope } from "#lib/core/scopes.ts";
import {
	auditTrail,
	contextFor,
	makeAgency,
	makeKey,
	makeLocation,
	makeMember,
	makePerson,
	storedKey,
} from "#lib/testing/factories.ts";
import { fourCases, refusalOf } from "#lib/testing/four-cases.ts";
import { keyContext } from "#lib/testing/key-context.ts";
import { disableLeaverKeys, makeAgencyPerson, signedInSession, storedRoles } from "#lib/testing/people.ts";
import { testWorld } from "#lib/testing/world.ts";
import { removeFromAgency } from "./remove-from-agency.ts";
import { setRoles } from "./set-roles.ts";

const world = await testWorld();

const USERS_ALONE: Scope[] = ["users.write"];

fourCases({
	world,
	places: ["agency"],
	permission: () => "agency_member.write",
	knows: () => "agency_member.read",
	action: "agency_member.change_role",
	arrange: async ({ agency, location }) => ({
		personId: (await makeAgencyPerson(world, agency, "MEMBER")).id,
		agencyRole: null,
		locations: [{ locationId: location.id, role: "VIEWER" as const }],
	}),
	act: setRoles,
	absent: (target) => ({ ...target, personId: newId() }),
	observe: ({ agency }) => storedRoles(world, agency),
	done: [{ role: "VIEWER" }],
});

/** Somebody who manages the first of two locations. */
async function scene() {
	const agency = await makeAgency(world);
	const [first, second] = [await makeLocation(world, agency), await makeLocation(world, agency)];
	const person = await makePerson(world);
	await makeMember(world, agency, person, "MANAGER", first);
	const ctx = contextFor(world, agency, { role: "ADMIN" });
	return { agency, first, second, person, ctx };
}

const viewerAt = ({ id }: { id: string }) => ({ locationId: id, role: "VIEWER" as const });

describe("whoever loses a place", () => {
	test("is told apart from whoever changes there, and their keys follow the policy", async () => {
		const { agency, first, second, person, ctx } = await scene();
		await disableLeaverKeys(world, agency);
		const key = await makeKey(world, agency, { location: first, createdBy: person });
		const session = await signedInSession(world, person);

		await setRoles(ctx, { personId: person.id, agencyRole: null, locations: [viewerAt(second)] });

		expect(await storedRoles(world, agency)).toEqual([
			{ id: person.id, location: second.id, role: "VIEWER" },
		]);
		expect((await storedKey(world, key.id)).enabled).toBe(false);
		expect(await session.isAlive()).toBe(false);
		const trail = (await auditTrail(world, agency)).filter(({ action }) => action !== "session.start");
		expect(trail).toMatchObject([
			{ action: "key.disable", subjectId: key.id },
			{ action: "location_member.remove", locationId: first.id, before: { role: "MANAGER" } },
			{ action: "agency_member.change_role", subjectId: person.id },
		]);
	});

	test("keeps everything when one part of the change is refused", async () => {
		const { agency, second, person } = await scene();
		const before = await storedRoles(world, agency);
		const ctx = keyContext(world, agency, { scopes: USERS_ALONE });

		const refusal = await refusalOf(
			setRoles(ctx, { personId: person.id, agencyRole: null, locations: [viewerAt(second)] }),
		);

		expect(refusal).toMatchObject({ code: "forbidden", fields: [{ field: "role" }] });
		expect(await storedRoles(world, agency)).toEqual(before);
		expect(await auditTrail(world, agency)).toEqual([]);
	});

	test("of two changes at once one comes after the other", async () => {
		for (let round = 0; round < 5; round++) {
			const { agency, second, person, ctx } = await scene();
			const third = await makeLocation(world, agency);
			await makeMember(world, agency, person, "VIEWER", third);

			await Promise.all(
				[second, third].map((place) =>
					setRoles(ctx, { personId: person.id, agencyRole: null, locations: [viewerAt(place)] }),
				),
			);

			const roles = await storedRoles(world, agency);
			expect(roles).toHaveLength(1);
			expect([second.id, third.id]).toContain(roles[0]?.location);
		}
	});
});

describe("a key that may not make keys", () => {
	test("takes no role that manages keys, neither by another one nor by removal", async () => {
		const { agency, first, person } = await scene();
		const before = await storedRoles(world, agency);
		const ctx = keyContext(world, agency, { scopes: USERS_ALONE });

		const refusals = [
			await refusalOf(setRoles(ctx, { personId: person.id, agencyRole: null, locations: [viewerAt(first)] })),
			await refusalOf(removeFromAgency(ctx, { personId: person.id })),
		];

		expect(refusals.map(({ code }) => code)).toEqual(["forbidden", "forbidden"]);
		expect(await storedRoles(world, agency)).toEqual(before);
	});
});
