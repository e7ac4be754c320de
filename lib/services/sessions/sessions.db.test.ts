import { describe, expect, test } from "vitest";
import { touchSession } from "#lib/data/sessions.ts";
import { makePerson, minutesFrom, NOW } from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { testWorld, unreachableDatabase } from "#lib/testing/world.ts";
import { endSession } from "./end.ts";
import { findSignedIn, peekSignedIn } from "./find.ts";
import { startSession } from "./start.ts";

const world = await testWorld();
const unreachable = unreachableDatabase();
const ADDRESS = "203.0.113.7";

async function signIn() {
	const person = await makePerson(world);
	const sid = await startSession(
		world.database,
		{ personId: person.id, address: ADDRESS, client: "x".repeat(5_000) },
		NOW,
	);
	return {
		person,
		sid,
		at: (minutes: number) => findSignedIn(world.database, sid, minutesFrom(NOW, minutes)),
	};
}

test("a session is its person's, and its id is stored nowhere", async () => {
	const { person, sid, at } = await signIn();

	expect((await at(0))?.person).toEqual(person);
	expect(Buffer.from(sid, "base64url")).toHaveLength(32);
	const { rows } = await world.owner.query("select string_agg(s::text, ' ') as everything from sessions s");
	expect(rows[0].everything).not.toContain(sid);
	expect(rows[0].everything).not.toContain(Buffer.from(sid, "base64url").toString("hex"));
});

test.each(["", "x", "A".repeat(43), "\0"])("%j is nobody's session id", async (sid) => {
	await signIn();

	expect(await findSignedIn(world.database, sid, NOW)).toBeNull();
});

describe("idle time", () => {
	test("of thirty minutes is the most that a session survives", async () => {
		expect(await (await signIn()).at(30)).not.toBeNull();
		expect(await (await signIn()).at(30.01)).toBeNull();
	});

	test("starts anew with each use", async () => {
		const { at } = await signIn();

		for (const minutes of [29, 58, 87]) expect(await at(minutes)).not.toBeNull();
		expect(await at(118)).toBeNull();
	});

	test("is not wound back by a request whose clock was behind", async () => {
		const { person, at } = await signIn();
		const { rows } = await world.owner.query("select id from sessions where user_id = $1", [person.id]);

		for (const minutes of [25, 2])
			await touchSession(world.database.db, rows[0].id, minutesFrom(NOW, minutes));

		expect(await at(50)).not.toBeNull();
	});

	// A page that stays open asks by itself; nobody has to be in front of it.
	test("goes on while nobody but a page asks", async () => {
		const { person, sid, at } = await signIn();

		for (const minutes of [10, 20, 29]) {
			expect((await peekSignedIn(world.database, sid, minutesFrom(NOW, minutes)))?.person).toEqual(person);
		}

		expect(await peekSignedIn(world.database, sid, minutesFrom(NOW, 31))).toBeNull();
		expect(await at(31)).toBeNull();
	});

	test("once over, is not undone by asking", async () => {
		const { at } = await signIn();
		await at(31);

		expect(await at(31.5)).toBeNull();
	});
});

test("after twelve hours a session is over, whatever the use", async () => {
	const { at } = await signIn();

	for (let minutes = 25; minutes < 12 * 60; minutes += 25) expect(await at(minutes)).not.toBeNull();
	expect(await at(12 * 60 - 0.01)).not.toBeNull();
	expect(await at(12 * 60)).toBeNull();
});

describe("a session is dead at once", () => {
	test("when it is ended, and its person's other sessions live on", async () => {
		const { person, sid, at } = await signIn();
		const other = await startSession(world.database, { personId: person.id, address: "", client: "" }, NOW);

		await endSession(world.database, sid, ADDRESS, NOW);

		expect(await at(0)).toBeNull();
		expect((await findSignedIn(world.database, other, NOW))?.person).toEqual(person);
	});

	test("when its person is disabled", async () => {
		const { person, at } = await signIn();

		await world.owner.query("update users set disabled_at = now() where id = $1", [person.id]);

		expect(await at(0)).toBeNull();
	});

	test("and ending it twice, or ending one that never was, is no error", async () => {
		const { sid, at } = await signIn();

		await endSession(world.database, sid, ADDRESS, NOW);
		await endSession(world.database, sid, ADDRESS, NOW);
		await endSession(world.database, "never was", ADDRESS, NOW);

		expect(await at(0)).toBeNull();
	});
});

test("when the database cannot be asked, nobody is told that their session has ended", async () => {
	expect((await refusalOf(findSignedIn(unreachable, "x", NOW))).code).toBe("unavailable");
	expect((await refusalOf(endSession(unreachable, "x", ADDRESS, NOW))).code).toBe("unavailable");
});
