import { describe, expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import type { PersonRole } from "#lib/core/permissions.ts";
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
import { fourCases, refusalOf, type Scene } from "#lib/testing/four-cases.ts";
import { tokenIn } from "#lib/testing/people.ts";
import { testWorld } from "#lib/testing/world.ts";
import { findOpenInvitation } from "./find.ts";
import { type Invite, invite } from "./invite.ts";
import { resendInvitation } from "./resend.ts";
import { withdrawInvitation } from "./withdraw.ts";

const world = await testWorld();

const EMAIL = "new@example.test";
const stored = async ({ agency }: Pick<Scene, "agency">) =>
	(
		await world.owner.query(
			`select email, coalesce(agency_role::text, location_role::text) as role, location_id as location,
				expires_at as "expiresAt", withdrawn_at as "withdrawnAt" from invitations where agency_id = $1 order by id`,
			[agency.id],
		)
	).rows;
const offerAt = ({ place, location }: Scene): Invite["offer"] =>
	place === "agency" ? { locationId: null, role: "MEMBER" } : { locationId: location.id, role: "VIEWER" };
const write = (place: "agency" | "location") => `${place}_member.write` as const;
const read = (place: "agency" | "location") => `${place}_member.read` as const;

async function arrangeInvitation(scene: Scene) {
	const { id } = await invite(contextFor(world, scene.agency, { role: "OWNER" }), {
		email: EMAIL,
		offer: offerAt(scene),
	});
	// The chain begins with what the test does.
	await world.owner.query("alter table audit_events disable trigger audit_events_append_only");
	await world.owner.query("delete from audit_events where agency_id = $1", [scene.agency.id]);
	await world.owner.query("alter table audit_events enable trigger audit_events_append_only");
	return { invitationId: id };
}

describe("inviting to the agency", () => {
	fourCases({
		world,
		places: ["agency"],
		permission: write,
		knows: read,
		action: "agency_member.invite",
		arrange: async (scene) => ({ email: EMAIL, offer: offerAt(scene) }),
		act: invite,
		observe: stored,
		done: [{ email: EMAIL, role: "MEMBER", expiresAt: daysFrom(NOW, 7) }],
	});
});

describe("inviting to a location", () => {
	fourCases({
		world,
		places: ["location"],
		permission: write,
		knows: read,
		action: "location_member.invite",
		arrange: async (scene) => ({ email: EMAIL, offer: offerAt(scene) }),
		act: invite,
		absent: (target) => ({ ...target, offer: { locationId: newId(), role: "VIEWER" as const } }),
		observe: stored,
		done: [{ email: EMAIL, role: "VIEWER", expiresAt: daysFrom(NOW, 7) }],
	});
});

describe("what may be offered", () => {
	test.each([
		["OWNER", "OWNER", true],
		["ADMIN", "OWNER", false],
		["ADMIN", "ADMIN", true],
		["ADMIN", "MANAGER", true],
		["MANAGER", "MANAGER", true],
		["MANAGER", "VIEWER", true],
		["MANAGER", "MEMBER", false],
	] as const)("%s offers %s: %s", async (own: PersonRole, role, may) => {
		const agency = await makeAgency(world);
		const location = await makeLocation(world, agency);
		const offer = (
			role === "MANAGER" || role === "VIEWER" ? { locationId: location.id, role } : { locationId: null, role }
		) as Invite["offer"];
		const attempt = invite(contextFor(world, agency, { role: own, location }), { email: EMAIL, offer });

		if (may) await attempt;
		else expect(["forbidden", "not_found"]).toContain((await refusalOf(attempt)).code);

		expect(await stored({ agency })).toHaveLength(may ? 1 : 0);
	});

	test("ownership is offered after a proof alone", async () => {
		const agency = await makeAgency(world);
		const ctx = contextFor(world, agency, { role: "OWNER", steppedUp: false });

		const refusal = await refusalOf(
			invite(ctx, { email: EMAIL, offer: { locationId: null, role: "OWNER" } }),
		);

		expect(refusal.code).toBe("step_up_required");
	});

	test("a manager invites to their own location alone, and cannot tell others from none", async () => {
		const [agency, other] = [await makeAgency(world), await makeAgency(world)];
		const location = await makeLocation(world, agency);
		const sibling = await makeLocation(world, agency);
		const foreign = await makeLocation(world, other);
		const ctx = contextFor(world, agency, { role: "MANAGER", location });

		const refusals = [];
		for (const locationId of [sibling.id, foreign.id, newId()]) {
			refusals.push(await refusalOf(invite(ctx, { email: EMAIL, offer: { locationId, role: "VIEWER" } })));
		}

		expect(new Set(refusals.map((refusal) => JSON.stringify(refusal))).size).toBe(1);
		expect(refusals[0]?.code).toBe("not_found");
	});

	test("a deleted location takes nobody", async () => {
		const agency = await makeAgency(world);
		const { id: locationId } = await makeLocation(world, agency, { deleted: true });
		const ctx = contextFor(world, agency, { role: "OWNER" });

		const refusal = await refusalOf(invite(ctx, { email: EMAIL, offer: { locationId, role: "VIEWER" } }));

		expect(refusal.code).toBe("not_found");
	});
});

describe("whoever is asked", () => {
	test("is not asked twice for one place, also when two ask at once", async () => {
		const agency = await makeAgency(world);
		const ctx = contextFor(world, agency, { role: "OWNER" });
		const ask = () => invite(ctx, { email: EMAIL, offer: { locationId: null, role: "MEMBER" } });

		const attempts = await Promise.allSettled([ask(), ask()]);

		expect(attempts.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
		expect(await refusalOf(ask())).toMatchObject({ code: "conflict", fields: [{ field: "email" }] });
		expect(await stored({ agency })).toHaveLength(1);
	});

	test("may be asked again when the offer before has expired", async () => {
		const agency = await makeAgency(world);
		const ask = (now: Date) =>
			invite(contextFor(world, agency, { role: "OWNER", now }), {
				email: EMAIL,
				offer: { locationId: null, role: "MEMBER" },
			});
		await ask(NOW);

		await ask(daysFrom(NOW, 7));

		expect(await stored({ agency })).toMatchObject([
			{ withdrawnAt: daysFrom(NOW, 7) },
			{ withdrawnAt: null, expiresAt: daysFrom(NOW, 14) },
		]);
	});

	test("is refused when they have a role there already, and not when it is elsewhere", async () => {
		const agency = await makeAgency(world);
		const [here, there] = [await makeLocation(world, agency), await makeLocation(world, agency)];
		const person = await makePerson(world);
		await makeMember(world, agency, person, "VIEWER", here);
		const ctx = contextFor(world, agency, { role: "OWNER" });
		const ask = (locationId: string) =>
			invite(ctx, { email: person.email, offer: { locationId, role: "MANAGER" } });

		const refusal = await refusalOf(ask(here.id));
		await ask(there.id);

		expect(refusal).toMatchObject({ code: "conflict", fields: [{ field: "email" }] });
		expect(await stored({ agency })).toMatchObject([{ location: there.id }]);
	});
});

test("a token is stored as a digest alone, and is in no audit event", async () => {
	const agency = await makeAgency(world);
	const made = await invite(contextFor(world, agency, { role: "OWNER" }), {
		email: EMAIL,
		offer: { locationId: null, role: "MEMBER" },
	});
	const token = tokenIn(made);

	const { rows } = await world.owner.query("select i::text as row from invitations i where agency_id = $1", [
		agency.id,
	]);

	const seen = rows[0].row + JSON.stringify(await auditTrail(world, agency));
	expect(seen).not.toContain(token);
	expect(seen).not.toContain(Buffer.from(token, "base64url").toString("hex"));
});

describe.each(["agency", "location"] as const)("sending an invitation to the %s again", (at) => {
	fourCases({
		world,
		places: [at],
		permission: write,
		knows: read,
		action: "invitation.resend",
		arrange: arrangeInvitation,
		act: (ctx, target) => resendInvitation({ ...ctx, now: daysFrom(NOW, 1) }, { ...target, way: "mail" }),
		absent: () => ({ invitationId: newId() }),
		observe: stored,
		done: [{ expiresAt: daysFrom(NOW, 8) }],
	});
});

test("a new link ends the one before", async () => {
	const agency = await makeAgency(world);
	const ctx = contextFor(world, agency, { role: "OWNER" });
	const first = await invite(ctx, { email: EMAIL, offer: { locationId: null, role: "MEMBER" } });

	const second = await resendInvitation(ctx, { invitationId: first.id, way: "link" });

	expect(await findOpenInvitation(world.database, tokenIn(first), NOW)).toBeNull();
	expect(await findOpenInvitation(world.database, tokenIn(second), NOW)).toMatchObject({ email: EMAIL });
});

test("an admin neither sends on nor takes back what an owner offers to a future owner", async () => {
	const agency = await makeAgency(world);
	const { id: invitationId } = await invite(contextFor(world, agency, { role: "OWNER" }), {
		email: EMAIL,
		offer: { locationId: null, role: "OWNER" },
	});
	const admin = contextFor(world, agency, { role: "ADMIN" });

	const refusals = [
		await refusalOf(resendInvitation(admin, { invitationId, way: "link" })),
		await refusalOf(withdrawInvitation(admin, { invitationId })),
	];

	expect(refusals.map(({ code }) => code)).toEqual(["forbidden", "forbidden"]);
});

describe.each(["agency", "location"] as const)("withdrawing an invitation to the %s", (at) => {
	fourCases({
		world,
		places: [at],
		permission: write,
		knows: read,
		action: "invitation.withdraw",
		arrange: arrangeInvitation,
		act: withdrawInvitation,
		absent: () => ({ invitationId: newId() }),
		remove: (_scene, { invitationId }) =>
			world.owner.query("update invitations set withdrawn_at = now() where id = $1", [invitationId]),
		observe: stored,
		done: [{ withdrawnAt: NOW }],
	});
});
