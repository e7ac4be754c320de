import { describe, expect, test } from "vitest";
import type { AgencyRole, LocationRole, PersonRole } from "#lib/core/permissions.ts";
import {
	auditTrail,
	contextFor,
	daysFrom,
	makeAgency,
	makeLocation,
	makeMember,
	makePerson,
	NOW,
	type TestAgency,
} from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { makeAgencyPerson, storedRoles, strangeToken, tokenIn } from "#lib/testing/people.ts";
import { testWorld } from "#lib/testing/world.ts";
import { checkPassword } from "../people/check-password.ts";
import { removeFromAgency } from "../people/remove-from-agency.ts";
import { acceptAsNewPerson, acceptInvitation } from "./accept.ts";
import { findOpenInvitation } from "./find.ts";
import { type Invite, invite } from "./invite.ts";
import { withdrawInvitation } from "./withdraw.ts";

const world = await testWorld();
const PASSWORD = "plum cobbler under the northern stairs";
const moment = { now: NOW, address: "203.0.113.7" };
const newcomer = { name: "New Person", password: PASSWORD };
const toMember: Invite["offer"] = { locationId: null, role: "MEMBER" };

/** An agency whose owner has invited this address, and the token of the link. */
async function arrange(email: string, offer: Invite["offer"] = toMember, agency?: TestAgency) {
	const place = agency ?? (await makeAgency(world));
	const inviter = await makeAgencyPerson(world, place, "OWNER");
	const ctx = contextFor(world, place, { role: "OWNER", person: inviter });
	const made = await invite(ctx, { email, offer });
	return { agency: place, inviter, ctx, invitationId: made.id, token: tokenIn(made) };
}

const roleOf = async (agency: TestAgency, person: { id: string }) =>
	(await storedRoles(world, agency)).filter(({ id }) => id === person.id).map(({ role }) => role);

describe("accepting with an account", () => {
	test("gives the role, is recorded once, and says where to go", async () => {
		const person = await makePerson(world);
		const { agency, token } = await arrange(person.email);

		const joined = await acceptInvitation(world.database, token, person, moment);

		expect(joined).toEqual({ agency: agency.slug, location: null });
		expect(await roleOf(agency, person)).toEqual(["MEMBER"]);
		expect((await auditTrail(world, agency)).slice(1)).toMatchObject([
			{ action: "agency_member.add", actorId: person.id, subjectId: person.id, after: { role: "MEMBER" } },
		]);
	});

	test("gives a role at a location alone", async () => {
		const person = await makePerson(world);
		const agency = await makeAgency(world);
		const location = await makeLocation(world, agency);
		const { token } = await arrange(person.email, { locationId: location.id, role: "VIEWER" }, agency);

		const joined = await acceptInvitation(world.database, token, person, moment);

		expect(joined).toEqual({ agency: agency.slug, location: location.slug });
		expect((await storedRoles(world, agency)).filter(({ id }) => id === person.id)).toEqual([
			{ id: person.id, location: location.id, role: "VIEWER" },
		]);
	});

	test.each([
		["MEMBER", "ADMIN", "ADMIN"],
		["ADMIN", "MEMBER", "ADMIN"],
	] as const)("a %s who is offered %s is %s afterwards", async (has: AgencyRole, offered, after) => {
		const person = await makePerson(world);
		const { agency, token } = await arrange(person.email, { locationId: null, role: offered });
		await makeMember(world, agency, person, has);

		await acceptInvitation(world.database, token, person, moment);

		expect(await roleOf(agency, person)).toEqual([after]);
	});

	test("is for the person with that address alone", async () => {
		const [invited, other] = [await makePerson(world), await makePerson(world)];
		const { agency, token } = await arrange(invited.email);

		const refusal = await refusalOf(acceptInvitation(world.database, token, other, moment));

		expect(refusal.code).toBe("forbidden");
		expect(await roleOf(agency, other)).toEqual([]);
		expect(await findOpenInvitation(world.database, token, NOW)).not.toBeNull();
	});

	test("works once, whoever tries at the same time", async () => {
		const person = await makePerson(world);
		const { agency, token } = await arrange(person.email);

		const attempts = await Promise.allSettled(
			Array.from({ length: 20 }, () => acceptInvitation(world.database, token, person, moment)),
		);

		expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
		expect(await roleOf(agency, person)).toEqual(["MEMBER"]);
		expect(
			(await auditTrail(world, agency)).filter(({ action }) => action === "agency_member.add"),
		).toHaveLength(1);
	});
});

describe("accepting as somebody new", () => {
	test("makes the account with the invitation's address, and the membership", async () => {
		const { agency, token } = await arrange("newcomer@example.test");

		const joined = await acceptAsNewPerson(world.database, token, newcomer, moment);

		const person = await checkPassword(world.database, "newcomer@example.test", PASSWORD);
		expect(joined).toEqual({ agency: agency.slug, location: null, email: "newcomer@example.test" });
		expect(person).toMatchObject({ name: "New Person" });
		expect(await roleOf(agency, { id: person?.id ?? "" })).toEqual(["MEMBER"]);
	});

	test("works once, whoever tries at the same time, and leaves one account", async () => {
		const { agency, token } = await arrange("crowd@example.test");

		const attempts = await Promise.allSettled(
			Array.from({ length: 4 }, () => acceptAsNewPerson(world.database, token, newcomer, moment)),
		);

		expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
		expect(await storedRoles(world, agency)).toHaveLength(2);
	});

	test("is refused where somebody has the address already: nobody gets into their account this way", async () => {
		const person = await makePerson(world);
		const { agency, token } = await arrange(person.email);

		const refusal = await refusalOf(acceptAsNewPerson(world.database, token, newcomer, moment));

		expect(refusal.code).toBe("conflict");
		expect(await roleOf(agency, person)).toEqual([]);
	});

	test("is refused with a weak password, and the link goes on working", async () => {
		const { token } = await arrange("weak@example.test");

		const refusal = await refusalOf(
			acceptAsNewPerson(world.database, token, { ...newcomer, password: "short" }, moment),
		);

		expect(refusal).toMatchObject({ code: "invalid_input", fields: [{ field: "password" }] });
		expect(await findOpenInvitation(world.database, token, NOW)).not.toBeNull();
	});
});

describe("a link is dead", () => {
	const dead = async (token: string, person: Awaited<ReturnType<typeof makePerson>>, now = NOW) => {
		expect(await findOpenInvitation(world.database, token, now)).toBeNull();
		return refusalOf(acceptInvitation(world.database, token, person, { ...moment, now }));
	};

	test("alike when it is unknown, used, withdrawn, expired, or its place is gone", async () => {
		const person = await makePerson(world);
		const used = await arrange(person.email);
		await acceptInvitation(world.database, used.token, person, moment);
		const withdrawn = await arrange(person.email);
		await withdrawInvitation(withdrawn.ctx, { invitationId: withdrawn.invitationId });
		const expired = await arrange(person.email);
		const agency = await makeAgency(world);
		const location = await makeLocation(world, agency);
		const gone = await arrange(person.email, { locationId: location.id, role: "VIEWER" }, agency);
		await world.owner.query("update locations set deleted_at = now() where id = $1", [location.id]);
		const closed = await arrange(person.email);
		await world.owner.query("update agencies set deleted_at = now() where id = $1", [closed.agency.id]);

		const refusals = [
			await dead(strangeToken(), person),
			await dead(used.token, person),
			await dead(withdrawn.token, person),
			await dead(expired.token, person, daysFrom(NOW, 7)),
			await dead(gone.token, person),
			await dead(closed.token, person),
		];

		expect(new Set(refusals.map((refusal) => JSON.stringify(refusal))).size).toBe(1);
		expect(refusals[0]?.code).toBe("not_found");
	});

	test.each(["", "x", "a".repeat(43).replace(/a$/, " "), "a".repeat(10_000), "\0".repeat(43), "' or 1=1 --"])(
		"when it says %j",
		async (token) => {
			const refusal = await dead(token, await makePerson(world));

			expect(refusal.code).toBe("not_found");
		},
	);
});

describe("whoever invited must still be able to", () => {
	test.each([
		["ADMIN", "OWNER", false],
		["MEMBER", "ADMIN", false],
		["ADMIN", "ADMIN", true],
	] as const)("an inviter who is %s by now backs %s: %s", async (now: AgencyRole, role, may) => {
		const person = await makePerson(world);
		const { agency, inviter, token } = await arrange(person.email, { locationId: null, role });
		await makeAgencyPerson(world, agency, "OWNER");
		await world.owner.query('update agency_members set role = $2::"AgencyRole" where user_id = $1', [
			inviter.id,
			now,
		]);

		const attempt = acceptInvitation(world.database, token, person, moment);

		if (may) await attempt;
		else expect(await refusalOf(attempt)).toMatchObject({ code: "conflict" });
		expect(await roleOf(agency, person)).toEqual(may ? [role] : []);
	});

	test("a manager who was removed backs nobody", async () => {
		const person = await makePerson(world);
		const agency = await makeAgency(world);
		const location = await makeLocation(world, agency);
		const manager = await makePerson(world);
		await makeMember(world, agency, manager, "MANAGER", location);
		const made = await invite(contextFor(world, agency, { role: "MANAGER", location, person: manager }), {
			email: person.email,
			offer: { locationId: location.id, role: "VIEWER" as LocationRole },
		});
		await removeFromAgency(contextFor(world, agency, { role: "OWNER" }), { personId: manager.id });

		const refusal = await refusalOf(acceptInvitation(world.database, tokenIn(made), person, moment));

		expect(refusal.code).toBe("conflict");
		expect(await storedRoles(world, agency)).toEqual([]);
	});

	test("an acceptance and the inviter's removal at once never leave a role that nobody backed", async () => {
		for (let round = 0; round < 5; round++) {
			const person = await makePerson(world);
			const { agency, inviter, token } = await arrange(person.email);
			const other = await makeAgencyPerson(world, agency, "OWNER");
			const ctx = contextFor(world, agency, { role: "OWNER", person: other });

			const [accepted] = await Promise.allSettled([
				acceptInvitation(world.database, token, person, moment),
				removeFromAgency(ctx, { personId: inviter.id }),
			]);

			const trail = (await auditTrail(world, agency)).map(({ action }) => action);
			const isFirst = trail.indexOf("agency_member.add") < trail.indexOf("agency_member.remove");
			if (accepted.status === "fulfilled") expect(isFirst).toBe(true);
			else expect(await roleOf(agency, person)).toEqual([]);
		}
	});
});

test("what a link shows is what is offered, by whom and where", async () => {
	const person = await makePerson(world);
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency);
	const { token, inviter } = await arrange(
		person.email,
		{ locationId: location.id, role: "MANAGER" },
		agency,
	);

	const found = await findOpenInvitation(world.database, token, NOW);

	expect(found).toEqual({
		email: person.email,
		role: "MANAGER" satisfies PersonRole,
		agencyName: agency.name,
		locationName: location.name,
		invitedByName: inviter.name,
		hasAccount: true,
	});
});
