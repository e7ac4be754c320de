import { describe, expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import { auditTrail, contextFor, makeAgency, type TestPerson } from "#lib/testing/factories.ts";
import { fourCases, refusalOf } from "#lib/testing/four-cases.ts";
import { makeAgencyPerson, signedInSession, storedRoles } from "#lib/testing/people.ts";
import { testWorld } from "#lib/testing/world.ts";
import { changeAgencyRole } from "./change-agency-role.ts";
import { handOver } from "./hand-over.ts";
import { leaveAgency } from "./leave-agency.ts";
import { removeFromAgency } from "./remove-from-agency.ts";

const world = await testWorld();

async function twoOwners() {
	const agency = await makeAgency(world);
	const [ada, ben] = [
		await makeAgencyPerson(world, agency, "OWNER"),
		await makeAgencyPerson(world, agency, "OWNER"),
	];
	const as = (person: TestPerson) => contextFor(world, agency, { role: "OWNER", person });
	const owners = async () =>
		(await storedRoles(world, agency)).filter(({ role }) => role === "OWNER").map(({ id }) => id);
	return { agency, ada, ben, as, owners };
}

/** How each attempt ended: "done", or the refusal's code. */
const outcomes = async (attempts: Promise<unknown>[]) =>
	(await Promise.allSettled(attempts)).map((each) =>
		each.status === "fulfilled" ? "done" : each.reason.code,
	);

describe("the last owner", () => {
	test.each([
		["is not demoted", changeToAdmin],
		["is not removed", remove],
		["does not leave", leave],
	] as const)("%s", async (_name, verb) => {
		const agency = await makeAgency(world);
		const owner = await makeAgencyPerson(world, agency, "OWNER");

		const refusal = await refusalOf(verb(contextFor(world, agency, { role: "OWNER", person: owner }), owner));

		expect(refusal).toMatchObject({ code: "conflict", detail: "An agency keeps at least one owner." });
		expect(await storedRoles(world, agency)).toEqual([{ id: owner.id, location: null, role: "OWNER" }]);
		expect(await auditTrail(world, agency)).toEqual([]);
	});

	test.each([
		["demote", changeToAdmin],
		["remove", remove],
	] as const)("remains when two %s each other at once", async (_name, verb) => {
		for (let round = 0; round < 5; round++) {
			const { ada, ben, as, owners } = await twoOwners();

			const ended = await outcomes([verb(as(ada), ben), verb(as(ben), ada)]);

			expect(ended.sort()).toEqual(["conflict", "done"]);
			expect(await owners()).toHaveLength(1);
		}
	});

	test("remains when two leave at once", async () => {
		for (let round = 0; round < 5; round++) {
			const { ada, ben, as, owners } = await twoOwners();

			const ended = await outcomes([leave(as(ada)), leave(as(ben))]);

			expect(ended.sort()).toEqual(["conflict", "done"]);
			expect(await owners()).toHaveLength(1);
		}
	});

	test("remains when one leaves while the other is demoted", async () => {
		for (let round = 0; round < 5; round++) {
			const { ada, ben, as, owners } = await twoOwners();

			const ended = await outcomes([leave(as(ada)), changeToAdmin(as(ada), ben)]);

			expect(ended.sort()).toEqual(["conflict", "done"]);
			expect(await owners()).toHaveLength(1);
		}
	});
});

describe("handing over", () => {
	fourCases({
		world,
		places: ["agency"],
		permission: () => "agency_owner.write",
		knows: () => "agency_member.read",
		action: "agency.hand_over",
		arrange: async ({ agency }) => ({ personId: (await makeAgencyPerson(world, agency, "MEMBER")).id }),
		act: async (ctx, target) => {
			await world.owner.query(
				`insert into users (id, email, name, password_hash, created_at, updated_at)
					values ($1, $2, 'Actor', 'none:none', now(), now()) on conflict do nothing`,
				[ctx.actor.id, `${ctx.actor.id}@example.test`],
			);
			if (ctx.grants.agencyRole === "OWNER") {
				await world.owner.query(
					"insert into agency_members values ($1, $2, 'OWNER', now()) on conflict do nothing",
					[ctx.agencyId, ctx.actor.id],
				);
			}
			return handOver(ctx, target);
		},
		absent: () => ({ personId: newId() }),
		observe: async ({ agency }, { personId }) =>
			(await storedRoles(world, agency)).find(({ id }) => id === personId),
		done: { role: "OWNER" },
	});

	test("makes the other owner and oneself admin, and both sign in again", async () => {
		const agency = await makeAgency(world);
		const ada = await makeAgencyPerson(world, agency, "OWNER");
		const ben = await makeAgencyPerson(world, agency, "MEMBER");
		const sessions = [await signedInSession(world, ada), await signedInSession(world, ben)];

		await handOver(contextFor(world, agency, { role: "OWNER", person: ada }), { personId: ben.id });

		const roles = Object.fromEntries((await storedRoles(world, agency)).map(({ id, role }) => [id, role]));
		expect(roles).toEqual({ [ada.id]: "ADMIN", [ben.id]: "OWNER" });
		expect(await Promise.all(sessions.map((session) => session.isAlive()))).toEqual([false, false]);
	});

	test("asks who it is first, and is for somebody else", async () => {
		const agency = await makeAgency(world);
		const ada = await makeAgencyPerson(world, agency, "OWNER");
		const { id: personId } = await makeAgencyPerson(world, agency, "MEMBER");
		const ctx = contextFor(world, agency, { role: "OWNER", person: ada });

		const unproved = await refusalOf(handOver({ ...ctx, steppedUp: false }, { personId }));
		const toOneself = await refusalOf(handOver(ctx, { personId: ada.id }));

		expect([unproved.code, toOneself.code]).toEqual(["step_up_required", "invalid_input"]);
	});

	test("happens once when somebody hands over to two at once", async () => {
		for (let round = 0; round < 5; round++) {
			const agency = await makeAgency(world);
			const ada = await makeAgencyPerson(world, agency, "OWNER");
			const heirs = [
				await makeAgencyPerson(world, agency, "MEMBER"),
				await makeAgencyPerson(world, agency, "ADMIN"),
			];
			const ctx = contextFor(world, agency, { role: "OWNER", person: ada });

			const ended = await outcomes(heirs.map(({ id }) => handOver(ctx, { personId: id })));

			expect(ended.sort()).toEqual(["conflict", "done"]);
			expect((await storedRoles(world, agency)).filter(({ role }) => role === "OWNER")).toHaveLength(1);
		}
	});

	test("crosses another hand-over without a deadlock, and an owner remains", async () => {
		for (let round = 0; round < 5; round++) {
			const { ada, ben, as, owners } = await twoOwners();

			const ended = await outcomes([
				handOver(as(ada), { personId: ben.id }),
				handOver(as(ben), { personId: ada.id }),
			]);

			expect(ended).toContain("done");
			expect((await owners()).length).toBeGreaterThan(0);
		}
	});
});

function changeToAdmin(ctx: Parameters<typeof changeAgencyRole>[0], person: TestPerson) {
	return changeAgencyRole(ctx, { personId: person.id, role: "ADMIN" });
}

function remove(ctx: Parameters<typeof removeFromAgency>[0], person: TestPerson) {
	return removeFromAgency(ctx, { personId: person.id });
}

function leave(ctx: Parameters<typeof leaveAgency>[0]) {
	return leaveAgency(ctx);
}
