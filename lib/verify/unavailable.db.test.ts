import { describe, expect, test, vi } from "vitest";
import { generateSecret } from "#lib/core/keys/format.ts";
import { testEngine, verifyCall } from "#lib/testing/engine.ts";
import { makeAgency, makeKey } from "#lib/testing/factories.ts";
import { openRelay } from "#lib/testing/relay.ts";
import { anotherDatabase, testWorld, unreachableDatabase } from "#lib/testing/world.ts";
import { UNAVAILABLE } from "./unavailable.ts";
import { verifyKey } from "./verify-key.ts";

const world = await testWorld();

describe("when nobody answers at the database's address", () => {
	const engine = testEngine(unreachableDatabase());

	test("a key that may well exist is neither good nor bad", async () => {
		const key = await makeKey(world, await makeAgency(world));

		expect(await verifyKey(engine, verifyCall(key.secret))).toBe(UNAVAILABLE);
	});

	test("a text without the shape of a key is refused all the same: that needs no database", async () => {
		expect(await verifyKey(engine, verifyCall("lk_agy_no"))).toMatchObject({ code: "NOT_FOUND" });
	});

	test("fifty questions at once get the same answer", async () => {
		const { plaintext } = generateSecret("AGENCY");

		const answers = await Promise.all(
			Array.from({ length: 50 }, () => verifyKey(engine, verifyCall(plaintext))),
		);

		expect(new Set(answers)).toEqual(new Set([UNAVAILABLE]));
	});
});

describe("when the database goes away", () => {
	test("a key that was good before is unknown, not refused, and good again afterwards", async () => {
		const key = await makeKey(world, await makeAgency(world));
		const relay = await openRelay(world.appUrl);
		const engine = testEngine(anotherDatabase(relay.url));
		expect(await verifyKey(engine, verifyCall(key.secret))).toMatchObject({ code: "VALID" });

		relay.cut();
		expect(await verifyKey(engine, verifyCall(key.secret))).toBe(UNAVAILABLE);

		await relay.mend();
		await vi.waitFor(
			async () => expect(await verifyKey(engine, verifyCall(key.secret))).toMatchObject({ code: "VALID" }),
			{ timeout: 2_000 },
		);
	});

	test("a database that stopped answering keeps nobody waiting", async () => {
		const key = await makeKey(world, await makeAgency(world), { credits: 5 });
		const relay = await openRelay(world.appUrl);
		const engine = testEngine(anotherDatabase(relay.url));
		expect(await verifyKey(engine, verifyCall(key.secret))).toMatchObject({ code: "VALID" });
		const start = performance.now();

		relay.hush();
		expect(await verifyKey(engine, verifyCall(key.secret))).toBe(UNAVAILABLE);

		expect(performance.now() - start).toBeLessThan(4_000);
	});

	test("a login that the server ends in the middle is unknown, not refused", async () => {
		const key = await makeKey(world, await makeAgency(world));
		const database = anotherDatabase(world.appUrl);
		const engine = testEngine(database);
		await database.enginePool.query("select 1");

		const sleeping = database.enginePool.query("select pg_sleep(60)").catch(() => {});
		const answer = verifyKey(engine, verifyCall(key.secret));
		// The statement is under way when the server lists it, which may be a moment after it was sent.
		const end = () =>
			world.owner.query(
				`select pg_terminate_backend(pid) from pg_stat_activity
					where query = 'select pg_sleep(60)' and datname = current_database()`,
			);
		await vi.waitUntil(async () => (await end()).rowCount === 1, { timeout: 10_000 });
		await sleeping;

		const given = await answer;
		expect([UNAVAILABLE, "VALID"]).toContain(typeof given === "string" ? given : given.code);
	});
});
