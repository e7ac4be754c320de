import { describe, expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import {
	auditTrail,
	contextFor,
	makeAgency,
	makeKey,
	makeLocation,
	makeMember,
	makePerson,
	storedKey,
	type TestAgency,
} from "#lib/testing/factories.ts";
import { fourCases, refusalOf } from "#lib/testing/four-cases.ts";
import { disableLeaverKeys, makeAgencyPerson, signedInSession, storedRoles } from "#lib/testing/people.ts";
import { testWorld } from "#lib/testing/world.ts";
import { leaveAgency } from "./leave-agency.ts";
import { leaveLocation } from "./leave-location.ts";
import { removeFromAgency } from "./remove-from-agency.ts";
import { removeFromLocation } from "./remove-from-location.ts";

const world = await testWorld();
const asOwner = (agency: TestAgency) => contextFor(world, agency, { role: "OWNER" });

describe("removing somebody from the agency", () => {
	fourCases({
		world,
		places: ["agency"],
		permission: () => "agency_member.write",
		knows: () => "agency_member.read",
		action: "agency_member.remove",
		arrange: async ({ agency }) => ({ personId: (await makeAgencyPerson(world, agency, "ADMIN")).id }),
		act: removeFromAgency,
		absent: () => ({ personId: newId() }),
		observe: async ({ agency }) => ({ roles: await storedRoles(world, agency) }),
		done: { roles: [] },
	});

	test("takes the agency role and all location roles, and ends their sessions", async () => {
		const agency = await makeAgency(world);
		const person = await makeAgencyPerson(world, agency, "MEMBER");
		await makeMember(world, agency, person, "MANAGER", await makeLocation(world, agency));
		const session = await signedInSession(world, person);

		await removeFromAgency(asOwner(agency), { personId: person.id });

		expect(await storedRoles(world, agency)).toEqual([]);
		expect(await session.isAlive()).toBe(false);
	});

	test("reaches people who belong to a location alone", async () => {
		const agency = await makeAgency(world);
		const person = await makePerson(world);
		await makeMember(world, agency, person, "VIEWER", await makeLocation(world, agency));

		await removeFromAgency(asOwner(agency), { personId: person.id });

		expect(await storedRoles(world, agency)).toEqual([]);
	});

	test("leaves what they are in another agency alone", async () => {
		const [agency, other] = [await makeAgency(world), await makeAgency(world)];
		const person = await makeAgencyPerson(world, agency, "MEMBER");
		await makeMember(world, other, person, "ADMIN");

		await removeFromAgency(asOwner(agency), { personId: person.id });

		expect(await storedRoles(world, other)).toEqual([{ id: person.id, location: null, role: "ADMIN" }]);
	});

	test("an admin removes no owner, and an owner only after a proof", async () => {
		const agency = await makeAgency(world);
		await makeAgencyPerson(world, agency, "OWNER");
		const { id: personId } = await makeAgencyPerson(world, agency, "OWNER");
		const unproved = contextFor(world, agency, { role: "OWNER", steppedUp: false });

		const byAdmin = await refusalOf(
			removeFromAgency(contextFor(world, agency, { role: "ADMIN" }), { personId }),
		);
		const byOwner = await refusalOf(removeFromAgency(unproved, { personId }));

		expect([byAdmin.code, byOwner.code]).toEqual(["forbidden", "step_up_required"]);
		expect(await storedRoles(world, agency)).toHaveLength(2);
	});

	// Otherwise an old link in somebody's mail lets them back in.
	test("withdraws invitations that wait for them", async () => {
		const agency = await makeAgency(world);
		const location = await makeLocation(world, agency);
		const person = await makeAgencyPerson(world, agency, "MEMBER");
		await world.owner.query(
			`insert into invitations (agency_id, id, email, location_id, location_role, token_digest, invited_by_id,
				invited_by_name, created_at, sent_at, expires_at)
				values ($1, $2, $3, $4, 'VIEWER', decode(repeat('07', 32), 'hex'), $2, 'X', now(), now(), now())`,
			[agency.id, newId(), person.email, location.id],
		);

		await removeFromAgency(asOwner(agency), { personId: person.id });

		const { rows } = await world.owner.query("select withdrawn_at from invitations where agency_id = $1", [
			agency.id,
		]);
		expect(rows[0].withdrawn_at).not.toBeNull();
	});
});

describe("removing somebody from a location", () => {
	fourCases({
		world,
		places: ["location"],
		permission: () => "location_member.write",
		knows: () => "location_member.read",
		action: "location_member.remove",
		arrange: async ({ agency, location }) => {
			const person = await makePerson(world);
			await makeMember(world, agency, person, "MANAGER", location);
			return { personId: person.id, locationId: location.id };
		},
		act: removeFromLocation,
		absent: (target) => ({ ...target, personId: newId() }),
		observe: async ({ agency }) => ({ roles: await storedRoles(world, agency) }),
		done: { roles: [] },
	});

	test("a deleted location has no people", async () => {
		const agency = await makeAgency(world);
		const location = await makeLocation(world, agency, { deleted: true });
		const { id: personId } = await makeMember(world, agency, await makePerson(world), "VIEWER", location);
		const ctx = contextFor(world, agency, { role: "OWNER" });

		const refusal = await refusalOf(removeFromLocation(ctx, { personId, locationId: location.id }));

		expect(refusal.code).toBe("not_found");
	});

	test("takes that role alone, and ends their sessions", async () => {
		const agency = await makeAgency(world);
		const [here, there] = [await makeLocation(world, agency), await makeLocation(world, agency)];
		const person = await makePerson(world);
		for (const location of [here, there]) await makeMember(world, agency, person, "MANAGER", location);
		const session = await signedInSession(world, person);

		await removeFromLocation(asOwner(agency), { personId: person.id, locationId: here.id });

		expect((await storedRoles(world, agency)).map(({ location }) => location)).toEqual([there.id]);
		expect(await session.isAlive()).toBe(false);
	});

	test("agency people are no people of the location's own", async () => {
		const agency = await makeAgency(world);
		const location = await makeLocation(world, agency);
		const { id: personId } = await makeAgencyPerson(world, agency, "MEMBER");
		const manager = contextFor(world, agency, { role: "MANAGER", location });

		const refusal = await refusalOf(removeFromLocation(manager, { personId, locationId: location.id }));

		expect(refusal.code).toBe("not_found");
	});
});

describe("leaving", () => {
	test("the agency takes all of one's own roles there, and is recorded", async () => {
		const agency = await makeAgency(world);
		const person = await makeAgencyPerson(world, agency, "ADMIN");
		await makeMember(world, agency, person, "MANAGER", await makeLocation(world, agency));
		const stays = await makeAgencyPerson(world, agency, "OWNER");

		await leaveAgency(contextFor(world, agency, { role: "ADMIN", person }));

		expect((await storedRoles(world, agency)).map(({ id }) => id)).toEqual([stays.id]);
		expect(await auditTrail(world, agency)).toMatchObject([
			{ action: "agency_member.leave", actorId: person.id, subjectId: person.id },
		]);
	});

	test("a location takes the role there, and is recorded at the location", async () => {
		const agency = await makeAgency(world);
		const [here, there] = [await makeLocation(world, agency), await makeLocation(world, agency)];
		const person = await makePerson(world);
		for (const location of [here, there]) await makeMember(world, agency, person, "VIEWER", location);

		await leaveLocation(contextFor(world, agency, { role: "VIEWER", location: here, person }), {
			locationId: here.id,
		});

		expect((await storedRoles(world, agency)).map(({ location }) => location)).toEqual([there.id]);
		expect(await auditTrail(world, agency)).toMatchObject([
			{ action: "location_member.leave", actorId: person.id, locationId: here.id },
		]);
	});

	test("where one is not is refused like a place that never existed", async () => {
		const [agency, other] = [await makeAgency(world), await makeAgency(world)];
		const location = await makeLocation(world, other);
		const person = await makeAgencyPerson(world, agency, "ADMIN");
		const ctx = contextFor(world, agency, { role: "ADMIN", person });

		const foreign = await refusalOf(leaveLocation(ctx, { locationId: location.id }));
		const absent = await refusalOf(leaveLocation(ctx, { locationId: newId() }));
		const agencyElsewhere = await refusalOf(leaveAgency({ ...ctx, agencyId: other.id }));

		expect(foreign).toEqual(absent);
		expect(agencyElsewhere).toEqual(absent);
		expect(absent.code).toBe("not_found");
	});

	test("an owner leaves after a proof alone", async () => {
		const agency = await makeAgency(world);
		await makeAgencyPerson(world, agency, "OWNER");
		const person = await makeAgencyPerson(world, agency, "OWNER");

		const refusal = await refusalOf(
			leaveAgency(contextFor(world, agency, { role: "OWNER", person, steppedUp: false })),
		);

		expect(refusal.code).toBe("step_up_required");
	});
});

describe("the keys of somebody who goes", () => {
	async function arrange() {
		const agency = await makeAgency(world);
		const [here, there] = [await makeLocation(world, agency), await makeLocation(world, agency)];
		const person = await makeAgencyPerson(world, agency, "ADMIN");
		for (const location of [here, there]) await makeMember(world, agency, person, "MANAGER", location);
		const keys = {
			agency: await makeKey(world, agency, { createdBy: person }),
			here: await makeKey(world, agency, { createdBy: person, location: here }),
			there: await makeKey(world, agency, { createdBy: person, location: there }),
			somebodyElses: await makeKey(world, agency, { location: here }),
			revoked: await makeKey(world, agency, { createdBy: person, revoked: true }),
		};
		const enabled = async () => {
			const works = [];
			for (const [name, { id }] of Object.entries(keys)) {
				if ((await storedKey(world, id)).enabled) works.push(name);
			}
			return works;
		};
		return { agency, here, person, enabled };
	}

	test("are kept without a policy", async () => {
		const { agency, person, enabled } = await arrange();

		const removed = await removeFromAgency(asOwner(agency), { personId: person.id });

		expect(removed.keysSwitchedOff).toBe(0);
		expect(await enabled()).toHaveLength(5);
	});

	test("are switched off where the policy says so, each with an audit event", async () => {
		const { agency, person, enabled } = await arrange();
		await disableLeaverKeys(world, agency);

		const removed = await removeFromAgency(asOwner(agency), { personId: person.id });

		expect(removed).toMatchObject({ keysSwitchedOff: 3, propagation: { propagated: true } });
		expect(await enabled()).toEqual(["somebodyElses", "revoked"]);
		expect((await auditTrail(world, agency)).map(({ action }) => action)).toEqual([
			"key.disable",
			"key.disable",
			"key.disable",
			"agency_member.remove",
		]);
	});

	test("follow the policy when they leave, too", async () => {
		const { agency, person, enabled } = await arrange();
		await disableLeaverKeys(world, agency);

		await leaveAgency(contextFor(world, agency, { role: "ADMIN", person }));

		expect(await enabled()).toEqual(["somebodyElses", "revoked"]);
	});

	test("of other places stay on when they go from one location", async () => {
		const { agency, here, person, enabled } = await arrange();
		await disableLeaverKeys(world, agency);

		await removeFromLocation(asOwner(agency), { personId: person.id, locationId: here.id });

		expect(await enabled()).toEqual(["agency", "there", "somebodyElses", "revoked"]);
	});
});
