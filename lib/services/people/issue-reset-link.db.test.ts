import { describe, expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import { digestToken } from "#lib/core/one-time-token.ts";
import {
	auditTrail,
	contextFor,
	daysFrom,
	makeAgency,
	makeLocation,
	makeMember,
	makePerson,
	NOW,
} from "#lib/testing/factories.ts";
import { fourCases, refusalOf } from "#lib/testing/four-cases.ts";
import { makeAgencyPerson, tokenIn } from "#lib/testing/people.ts";
import { testWorld } from "#lib/testing/world.ts";
import { acceptInvitation } from "../invitations/accept.ts";
import { invite } from "../invitations/invite.ts";
import { issueResetLink } from "./issue-reset-link.ts";

const world = await testWorld();

const tokensOf = async (personId: string) =>
	(
		await world.owner.query(
			`select kind, digest, expires_at as "expiresAt", used_at as "usedAt" from one_time_tokens
				where user_id = $1 order by used_at nulls last, id`,
			[personId],
		)
	).rows;

describe("issuing a link for a new password", () => {
	fourCases({
		world,
		places: ["agency"],
		permission: () => "agency_owner.write",
		knows: () => "agency_member.read",
		action: "account.issue_reset_link",
		arrange: async ({ agency }) => ({ personId: (await makeAgencyPerson(world, agency, "MEMBER")).id }),
		act: issueResetLink,
		absent: () => ({ personId: newId() }),
		observe: (_scene, { personId }) => tokensOf(personId),
		done: [{ kind: "PASSWORD_RESET", expiresAt: daysFrom(NOW, 1), usedAt: null }],
	});

	test("stores the digest of the link's token alone", async () => {
		const agency = await makeAgency(world);
		const { id: personId } = await makeAgencyPerson(world, agency, "MEMBER");

		const { link } = await issueResetLink(contextFor(world, agency, { role: "OWNER" }), { personId });

		const token = tokenIn({ mailed: false, link });
		expect(new URL(link).pathname).toBe("/reset-password");
		expect((await tokensOf(personId)).map(({ digest }) => digest)).toEqual([digestToken(token)]);
		expect(JSON.stringify(await auditTrail(world, agency))).not.toContain(token);
	});

	test("ends the link before, also when two are issued at once", async () => {
		const agency = await makeAgency(world);
		const { id: personId } = await makeAgencyPerson(world, agency, "MEMBER");
		const ctx = contextFor(world, agency, { role: "OWNER" });

		await Promise.all([issueResetLink(ctx, { personId }), issueResetLink(ctx, { personId })]);

		expect((await tokensOf(personId)).map(({ usedAt }) => usedAt)).toEqual([NOW, null]);
	});

	test("asks who it is first", async () => {
		const agency = await makeAgency(world);
		const { id: personId } = await makeAgencyPerson(world, agency, "MEMBER");
		const ctx = contextFor(world, agency, { role: "OWNER", steppedUp: false });

		expect((await refusalOf(issueResetLink(ctx, { personId }))).code).toBe("step_up_required");
	});

	test("reaches people of a location", async () => {
		const agency = await makeAgency(world);
		const person = await makePerson(world);
		await makeMember(world, agency, person, "VIEWER", await makeLocation(world, agency));

		await issueResetLink(contextFor(world, agency, { role: "OWNER" }), { personId: person.id });

		expect(await tokensOf(person.id)).toHaveLength(1);
	});

	// An owner of one agency would otherwise get at what the person may do in another.
	test.each(["agency", "location"] as const)(
		"is refused for people with a role in another %s",
		async (where) => {
			const [agency, other] = [await makeAgency(world), await makeAgency(world)];
			const person = await makeAgencyPerson(world, agency, "MEMBER");
			if (where === "agency") await makeMember(world, other, person, "MEMBER");
			else await makeMember(world, other, person, "VIEWER", await makeLocation(world, other));

			const refusal = await refusalOf(
				issueResetLink(contextFor(world, agency, { role: "OWNER" }), { personId: person.id }),
			);

			expect(refusal.code).toBe("conflict");
			expect(await tokensOf(person.id)).toEqual([]);
		},
	);

	test("is possible again once the other agency was deleted", async () => {
		const [agency, other] = [await makeAgency(world), await makeAgency(world)];
		const person = await makeAgencyPerson(world, agency, "MEMBER");
		await makeMember(world, other, person, "MEMBER");
		await world.owner.query("update agencies set deleted_at = $2 where id = $1", [other.id, NOW]);

		await issueResetLink(contextFor(world, agency, { role: "OWNER" }), { personId: person.id });

		expect(await tokensOf(person.id)).toHaveLength(1);
	});

	/** A member of one agency whom another has invited. */
	async function invitedElsewhere(level: "agency" | "location") {
		const [agency, other] = [await makeAgency(world), await makeAgency(world)];
		const person = await makeAgencyPerson(world, agency, "MEMBER");
		const inviter = await makeAgencyPerson(world, other, "OWNER");
		const offer =
			level === "agency"
				? ({ locationId: null, role: "ADMIN" } as const)
				: ({ locationId: (await makeLocation(world, other)).id, role: "MANAGER" } as const);
		const ctx = contextFor(world, other, { role: "OWNER", person: inviter });
		const token = tokenIn(await invite(ctx, { email: person.email, offer }));
		const accept = () =>
			acceptInvitation(world.database, token, person, { now: NOW, address: "203.0.113.7" });
		const issue = () => issueResetLink(contextFor(world, agency, { role: "OWNER" }), { personId: person.id });
		return { person, accept, issue };
	}

	// The owner of the first agency would otherwise hold a way into the second.
	test.each(["agency", "location"] as const)(
		"ends when the person gains a role in another %s",
		async (level) => {
			const { person, accept, issue } = await invitedElsewhere(level);
			await issue();

			await accept();

			expect((await tokensOf(person.id)).map(({ usedAt }) => usedAt)).toEqual([NOW]);
		},
	);

	test("ends, or is refused, when the person gains that role at the same moment", async () => {
		for (let round = 0; round < 10; round++) {
			const { person, accept, issue } = await invitedElsewhere("agency");

			await Promise.allSettled([issue(), accept()]);

			expect((await tokensOf(person.id)).filter(({ usedAt }) => usedAt === null)).toEqual([]);
		}
	});
});
