import { expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import { insertAgencyMember } from "#lib/data/members.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { signedInAs } from "#lib/testing/account.ts";
import { auditTrail, makeAgency, makePerson, minutesFrom, NOW } from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { endOtherSessions, endOwnSession } from "./end-own.ts";
import { listSessions } from "./list.ts";
import { stepUpSession } from "./step-up.ts";

const world = await testWorld();

test("the list holds the person's living sessions, this one first", async () => {
	const person = await makePerson(world);
	const idle = await signedInAs(world, person, { now: minutesFrom(NOW, -31) });
	const other = await signedInAs(world, person, { now: minutesFrom(NOW, 1) });
	const mine = await signedInAs(world, person);
	await signedInAs(world, await makePerson(world));

	const list = await listSessions({ ...mine.account, now: minutesFrom(NOW, 1) });

	expect(list.map(({ id, isThis }) => [id, isThis])).toEqual([
		[mine.account.sessionId, true],
		[other.account.sessionId, false],
	]);
	expect(list.map(({ id }) => id)).not.toContain(idle.account.sessionId);
});

test("a session that was taken over is not listed beside its successor", async () => {
	const person = await makePerson(world);
	const { account } = await signedInAs(world, person);
	await stepUpSession(world.database, { personId: person.id, sessionId: account.sessionId }, NOW);

	expect(await listSessions(account)).toHaveLength(1);
});

test("one of one's own is ended at once, and one event tells of it", async () => {
	const agency = await makeAgency(world);
	const person = await makePerson(world);
	await transactAs(world.database, { agencyId: agency.id }, (tx) =>
		insertAgencyMember(tx, { agencyId: agency.id, userId: person.id, role: "MEMBER" }, NOW),
	);
	const [mine, other] = [await signedInAs(world, person), await signedInAs(world, person)];

	await endOwnSession(mine.account, other.account.sessionId);

	expect([await mine.isAlive(), await other.isAlive()]).toEqual([true, false]);
	const actions = (await auditTrail(world, agency)).map(({ action }) => action);
	expect(actions.filter((action) => action === "session.end")).toHaveLength(1);
});

// A different answer would tell which ids other people's sessions have.
test("another's session, one that has ended and one that never was are the same nothing", async () => {
	const [mine, theirs] = [
		await signedInAs(world, await makePerson(world)),
		await signedInAs(world, await makePerson(world)),
	];
	const ended = await signedInAs(world, mine.account.person);
	await endOwnSession(mine.account, ended.account.sessionId);

	const refusals = await Promise.all(
		[theirs.account.sessionId, ended.account.sessionId, newId()].map((id) =>
			refusalOf(endOwnSession(mine.account, id)),
		),
	);

	expect(refusals[0]?.code).toBe("not_found");
	expect(new Set(refusals.map((refusal) => JSON.stringify(refusal))).size).toBe(1);
	expect(await theirs.isAlive()).toBe(true);
});

test("ending all others leaves this one, and other people's", async () => {
	const person = await makePerson(world);
	const mine = await signedInAs(world, person);
	const others = [await signedInAs(world, person), await signedInAs(world, person)];
	const stranger = await signedInAs(world, await makePerson(world));

	expect(await endOtherSessions(mine.account)).toEqual({ ended: 2 });

	expect(await mine.isAlive()).toBe(true);
	for (const other of others) expect(await other.isAlive()).toBe(false);
	expect(await stranger.isAlive()).toBe(true);
	expect(await endOtherSessions(mine.account)).toEqual({ ended: 0 });
});
