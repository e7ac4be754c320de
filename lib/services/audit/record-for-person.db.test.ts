import { describe, expect, test } from "vitest";
import { insertAgencyMember, insertLocationMember } from "#lib/data/members.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { endSession } from "#lib/services/sessions/end.ts";
import { startSession } from "#lib/services/sessions/start.ts";
import { auditTrail, contextFor, makeAgency, makeLocation, makePerson, NOW } from "#lib/testing/factories.ts";
import { testWorld } from "#lib/testing/world.ts";
import { recordForPerson } from "./record-for-person.ts";
import { recordRefusedAccess, recordRefusedSignIn, recordRefusedStepUp } from "./record-refusal.ts";

const world = await testWorld();
const ADDRESS = "203.0.113.7";

const joinAgency = (agencyId: string, userId: string) =>
	transactAs(world.database, { agencyId }, (tx) =>
		insertAgencyMember(tx, { agencyId, userId, role: "MEMBER" }, NOW),
	);

const joinLocation = (agencyId: string, locationId: string, userId: string) =>
	transactAs(world.database, { agencyId }, (tx) =>
		insertLocationMember(tx, { agencyId, locationId, userId, role: "VIEWER" }, NOW),
	);

/** A person of one agency, and of two locations of another. */
async function personOfTwo() {
	const person = await makePerson(world);
	const [first, second] = [await makeAgency(world), await makeAgency(world)];
	const locations = [await makeLocation(world, second), await makeLocation(world, second)];
	await joinAgency(first.id, person.id);
	for (const location of locations) await joinLocation(second.id, location.id, person.id);
	return { person, first, second, locations: locations.map(({ id }) => id).sort() };
}

test("signing in and out is told of wherever the person has a role, once for each location", async () => {
	const { person, first, second, locations } = await personOfTwo();

	const sid = await startSession(
		world.database,
		{ personId: person.id, address: ADDRESS, client: "A browser" },
		NOW,
	);
	await endSession(world.database, sid, ADDRESS, NOW);
	await endSession(world.database, sid, ADDRESS, NOW);

	const about = { actorId: person.id, subjectKind: "person", subjectId: person.id };
	expect(await auditTrail(world, first)).toMatchObject([
		{ ...about, action: "session.start", locationId: null, after: { client: "A browser" } },
		{ ...about, action: "session.end", locationId: null },
	]);
	expect(await auditTrail(world, second)).toMatchObject(
		["session.start", "session.end"].flatMap((action) =>
			locations.map((locationId) => ({ ...about, action, locationId })),
		),
	);
});

test("a person of the agency and of its locations leaves one event there", async () => {
	const { person, second } = await personOfTwo();
	await joinAgency(second.id, person.id);

	await startSession(world.database, { personId: person.id, address: "", client: "" }, NOW);

	expect(await auditTrail(world, second)).toMatchObject([{ locationId: null }]);
});

test("a person without any role leaves none, and signs in all the same", async () => {
	const person = await makePerson(world);

	const sid = await startSession(world.database, { personId: person.id, address: "", client: "" }, NOW);

	expect(sid).not.toBe("");
});

test("of a person with many locations of one agency, twenty are told", async () => {
	const [person, agency] = [await makePerson(world), await makeAgency(world)];
	for (let made = 0; made < 22; made++)
		await joinLocation(agency.id, (await makeLocation(world, agency)).id, person.id);

	await startSession(world.database, { personId: person.id, address: "", client: "" }, NOW);

	expect(await auditTrail(world, agency)).toHaveLength(20);
});

test("the transaction goes on from the viewpoint that it had", async () => {
	const { person, second } = await personOfTwo();
	const other = await makeAgency(world);

	const seen = await transactAs(world.database, { agencyId: other.id }, async (tx) => {
		await recordForPerson(tx, person, { action: "account.edit", address: ADDRESS, now: NOW });
		return tx.agency.findMany({ select: { id: true } });
	});

	expect(seen).toEqual([{ id: other.id }]);
	expect(await auditTrail(world, second)).toHaveLength(2);
});

test("a sign-in that cannot be recorded does not happen", async () => {
	const { person } = await personOfTwo();

	const signIn = startSession(world.database, { personId: person.id, address: "\0", client: "" }, NOW);

	await expect(signIn).rejects.toThrow();
	const { rows } = await world.owner.query("select from sessions where user_id = $1", [person.id]);
	expect(rows).toEqual([]);
});

// Each locks the heads of both agencies: in different orders they would wait for each other for ever.
test("people of the same agencies sign in at once", async () => {
	const agencies = [await makeAgency(world), await makeAgency(world), await makeAgency(world)];
	const people = await Promise.all(Array.from({ length: 6 }, () => makePerson(world)));
	for (const [turn, person] of people.entries()) {
		const order = turn % 2 === 0 ? agencies : agencies.toReversed();
		for (const agency of order) await joinAgency(agency.id, person.id);
	}

	await Promise.all(
		people.map(({ id }) => startSession(world.database, { personId: id, address: "", client: "" }, NOW)),
	);

	for (const agency of agencies) expect(await auditTrail(world, agency)).toHaveLength(6);
});

describe("refused proofs", () => {
	test("of a known address are told of, as the act of somebody unknown, a handful at most", async () => {
		const { person, first } = await personOfTwo();

		for (let attempt = 0; attempt < 9; attempt++)
			await recordRefusedSignIn(world.database, { email: person.email, address: ADDRESS }, NOW);

		const refusal = { action: "session.refuse", actorId: null, subjectId: person.id };
		expect(await auditTrail(world, first)).toMatchObject(Array.from({ length: 5 }, () => refusal));
	});

	test("of an unknown address are not", async () => {
		const { rows: before } = await world.owner.query("select count(*) from audit_events");

		await recordRefusedSignIn(world.database, { email: "nobody@example.test", address: ADDRESS }, NOW);

		expect((await world.owner.query("select count(*) from audit_events")).rows).toEqual(before);
	});

	test("of a signed-in person are told of as theirs, a handful at most", async () => {
		const { person, first } = await personOfTwo();

		for (let attempt = 0; attempt < 9; attempt++)
			await recordRefusedStepUp(world.database, person, { address: ADDRESS }, NOW);

		expect((await auditTrail(world, first)).map(({ action, actorId }) => [action, actorId])).toEqual(
			Array.from({ length: 5 }, () => ["step_up.refuse", person.id]),
		);
	});

	test("that cannot be recorded stay refusals", async () => {
		const { person } = await personOfTwo();

		const recorded = recordRefusedStepUp(world.database, person, { address: "\0" }, NOW);

		await expect(recorded).resolves.toBeUndefined();
	});

	test("of access are a handful for each agency: none of it is used up in another", async () => {
		const { person, first, second } = await personOfTwo();
		const facts = { tried: "/agencies/one", reason: "No.", locationId: null };
		const trail = async (agency: { id: string }) =>
			(await auditTrail(world, agency)).filter(({ action }) => action === "access.refuse");

		for (const agency of [first, second]) {
			const ctx = contextFor(world, agency, { role: "MEMBER", person });
			for (let attempt = 0; attempt < 9; attempt++) await recordRefusedAccess(ctx, facts);
		}

		expect([(await trail(first)).length, (await trail(second)).length]).toEqual([5, 5]);
	});
});
