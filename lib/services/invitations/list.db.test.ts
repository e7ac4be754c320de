import { describe, expect, test } from "vitest";
import { contextFor, daysFrom, makeAgency, makeLocation, NOW } from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { makeAgencyPerson } from "#lib/testing/people.ts";
import { testWorld } from "#lib/testing/world.ts";
import { type Invite, invite } from "./invite.ts";
import { listInvitations } from "./list.ts";
import { withdrawInvitation } from "./withdraw.ts";

const world = await testWorld();

describe("the list", () => {
	test("has the whole agency's open and expired invitations, or one location's, latest first", async () => {
		const agency = await makeAgency(world);
		const [here, there] = [await makeLocation(world, agency), await makeLocation(world, agency)];
		const inviter = await makeAgencyPerson(world, agency, "OWNER");
		const ask = (days: number, email: string, offer: Invite["offer"]) =>
			invite(contextFor(world, agency, { role: "OWNER", person: inviter, now: daysFrom(NOW, days) }), {
				email,
				offer,
			});
		await ask(-8, "old@example.test", { locationId: null, role: "ADMIN" });
		await ask(-2, "here@example.test", { locationId: here.id, role: "VIEWER" });
		await ask(-1, "there@example.test", { locationId: there.id, role: "MANAGER" });
		const gone = await ask(0, "gone@example.test", { locationId: here.id, role: "VIEWER" });
		await withdrawInvitation(contextFor(world, agency, { role: "OWNER" }), { invitationId: gone.id });

		const all = await listInvitations(contextFor(world, agency, { role: "MEMBER" }), null);
		const atHere = await listInvitations(
			contextFor(world, agency, { role: "MANAGER", location: here }),
			here.id,
		);

		expect(all.map(({ email, isExpired }) => [email, isExpired])).toEqual([
			["there@example.test", false],
			["here@example.test", false],
			["old@example.test", true],
		]);
		expect(atHere).toMatchObject([
			{
				email: "here@example.test",
				role: "VIEWER",
				location: { id: here.id, name: here.name },
				invitedByName: inviter.name,
			},
		]);
	});

	test("is for those who may see the people", async () => {
		const agency = await makeAgency(world);
		const location = await makeLocation(world, agency);
		const sibling = await makeLocation(world, agency);
		const manager = contextFor(world, agency, { role: "MANAGER", location });

		const refusals = [
			await refusalOf(listInvitations(manager, null)),
			await refusalOf(listInvitations(manager, sibling.id)),
			await refusalOf(listInvitations(contextFor(world, agency, { role: "VIEWER", location }), location.id)),
		];

		expect(refusals.map(({ code }) => code)).toEqual(["not_found", "not_found", "not_found"]);
	});
});
