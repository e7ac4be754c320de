import { describe, expect, test } from "vitest";
import { endSessionsOf } from "#lib/data/sessions.ts";
import { makePerson, minutesFrom, NOW } from "#lib/testing/factories.ts";
import { testWorld } from "#lib/testing/world.ts";
import { endSession } from "./end.ts";
import { findSignedIn } from "./find.ts";
import { ABSOLUTE_HOURS, STEP_UP_MINUTES, TAKE_OVER_SECONDS } from "./session-limits.ts";
import { startSession } from "./start.ts";
import { isSteppedUp, stepUpSession } from "./step-up.ts";

const world = await testWorld();
const { database } = world;

const secondsFrom = (from: Date, seconds: number) => new Date(from.getTime() + seconds * 1_000);

async function signIn() {
	const person = await makePerson(world);
	const sid = await startSession(database, { personId: person.id, address: "203.0.113.7", client: "x" }, NOW);
	const found = await findSignedIn(database, sid, NOW);
	if (!found) throw new Error("not signed in");
	return { person, sid, who: { personId: person.id, sessionId: found.session.id } };
}

/** Signs in and proves who it is a minute later. */
async function steppedUp() {
	const { person, sid, who } = await signIn();
	const proved = await stepUpSession(database, who, minutesFrom(NOW, 1));
	if (!proved) throw new Error("not stepped up");
	return { person, before: sid, after: proved.sid, expiresAt: proved.expiresAt };
}

test("a fresh sign-in has proved nothing beyond its password", async () => {
	const { sid } = await signIn();

	expect((await findSignedIn(database, sid, NOW))?.session.steppedUpAt).toBeNull();
});

test("a proof counts for five minutes", () => {
	expect(isSteppedUp(null, NOW)).toBe(false);
	expect(isSteppedUp(NOW, NOW)).toBe(true);
	expect(isSteppedUp(NOW, secondsFrom(NOW, STEP_UP_MINUTES * 60 - 1))).toBe(true);
	expect(isSteppedUp(NOW, secondsFrom(NOW, STEP_UP_MINUTES * 60))).toBe(false);
});

describe("after a proof", () => {
	test("the session goes on under another id, stepped up, and ends when it would have ended", async () => {
		const { person, before, after, expiresAt } = await steppedUp();

		const found = await findSignedIn(database, after, minutesFrom(NOW, 1));
		expect(found).toMatchObject({ person, session: { steppedUpAt: minutesFrom(NOW, 1) } });
		expect(after).not.toBe(before);
		expect(expiresAt).toEqual(minutesFrom(NOW, ABSOLUTE_HOURS * 60));
	});

	// Whoever copied the cookie before must not share in the proof.
	test("a copy of the earlier cookie gains nothing, and is dead after a few seconds", async () => {
		const { before } = await steppedUp();
		const at = (seconds: number) => findSignedIn(database, before, secondsFrom(NOW, 60 + seconds));

		expect((await at(TAKE_OVER_SECONDS - 1))?.session.steppedUpAt).toBeNull();
		expect(await at(TAKE_OVER_SECONDS)).toBeNull();
	});

	test.each(["before", "after"] as const)(
		"signing out with the id from %s ends both at once",
		async (which) => {
			const ids = await steppedUp();
			const now = secondsFrom(NOW, 61);

			await endSession(database, ids[which], "", now);

			expect(await findSignedIn(database, ids.before, now)).toBeNull();
			expect(await findSignedIn(database, ids.after, now)).toBeNull();
		},
	);

	test("ending all others leaves the one that goes on", async () => {
		const { person, before, after } = await steppedUp();
		const now = secondsFrom(NOW, 61);
		const found = await findSignedIn(database, after, now);

		await endSessionsOf(database.db, person.id, now, found?.session.id);

		expect(await findSignedIn(database, after, now)).not.toBeNull();
		expect(await findSignedIn(database, before, now)).toBeNull();
	});
});

describe("nothing is stepped up", () => {
	test("that has ended", async () => {
		const { sid, who } = await signIn();
		await endSession(database, sid, "", NOW);

		expect(await stepUpSession(database, who, NOW)).toBeNull();
	});

	test("that is somebody else's", async () => {
		const { who } = await signIn();
		const stranger = await makePerson(world);

		expect(await stepUpSession(database, { ...who, personId: stranger.id }, NOW)).toBeNull();
	});

	test("twice: of proofs at once, one goes on", async () => {
		const { who } = await signIn();

		const proofs = await Promise.all(Array.from({ length: 8 }, () => stepUpSession(database, who, NOW)));

		expect(proofs.filter(Boolean)).toHaveLength(1);
	});
});
