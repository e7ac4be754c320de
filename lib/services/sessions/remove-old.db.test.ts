import { expect, test } from "vitest";
import { deleteSessionsBefore, deleteTokensBefore } from "#lib/data/housekeeping.ts";
import { insertSession } from "#lib/data/sessions.ts";
import { makeResetLink } from "#lib/services/people/reset-password.ts";
import { daysFrom, makePerson, NOW } from "#lib/testing/factories.ts";
import { testWorld } from "#lib/testing/world.ts";
import { removeOldSessions } from "./remove-old.ts";

const world = await testWorld();
const { id: userId } = await makePerson(world);

async function makeSession(name: string, { expiresAt, endedAt }: { expiresAt: Date; endedAt?: Date }) {
	const session = {
		id: crypto.randomUUID(),
		sidDigest: crypto.getRandomValues(new Uint8Array(32)),
		userId,
		createdAt: daysFrom(NOW, -90),
		expiresAt,
		address: "",
		client: name,
	};
	await insertSession(world.database.db, session);
	if (endedAt)
		await world.owner.query("update sessions set ended_at = $2 where id = $1", [session.id, endedAt]);
}

const left = async () =>
	(await world.owner.query("select client from sessions order by client")).rows.map(({ client }) => client);

test("sessions that ended or expired more than 30 days ago go, all others stay", async () => {
	await makeSession("alive", { expiresAt: daysFrom(NOW, 1) });
	await makeSession("ended lately", { expiresAt: daysFrom(NOW, 1), endedAt: daysFrom(NOW, -30) });
	await makeSession("ended long ago", { expiresAt: daysFrom(NOW, 1), endedAt: daysFrom(NOW, -30.01) });
	await makeSession("expired lately", { expiresAt: daysFrom(NOW, -30) });
	await makeSession("expired long ago", { expiresAt: daysFrom(NOW, -30.01) });

	await removeOldSessions(world.database, NOW);

	expect(await left()).toEqual(["alive", "ended lately", "expired lately"]);
	await world.owner.query("delete from sessions");
});

test("several who do it at once take a bounded number each, and none twice", async () => {
	for (let session = 0; session < 10; session++) await makeSession("old", { expiresAt: daysFrom(NOW, -60) });

	const taken = await Promise.all([3, 3, 3].map((max) => deleteSessionsBefore(world.database, NOW, max)));

	expect(Math.max(...taken)).toBeLessThanOrEqual(3);
	expect(await left()).toHaveLength(10 - taken.reduce((sum, each) => sum + each));
	await removeOldSessions(world.database, NOW);
	expect(await left()).toEqual([]);
});

test("tokens that have run out are forgotten, and others are kept", async () => {
	const { email } = await makePerson(world);
	await makeResetLink(world.database, email, NOW);
	await makeResetLink(world.database, email, daysFrom(NOW, 2));

	await deleteTokensBefore(world.database, daysFrom(NOW, 1));

	const { rows } = await world.owner.query("select created_at from one_time_tokens");
	expect(rows).toEqual([{ created_at: daysFrom(NOW, 2) }]);
});
