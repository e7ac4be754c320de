import { describe, expect, test, vi } from "vitest";
import { generateSecret } from "#lib/core/keys/format.ts";
import { runningEngine, testEngine, verifyCall } from "#lib/testing/engine.ts";
import { makeAgency, makeKey, makeLocation } from "#lib/testing/factories.ts";
import { openRelay } from "#lib/testing/relay.ts";
import { anotherDatabase, testWorld } from "#lib/testing/world.ts";
import type { Engine } from "./engine.ts";
import { verifyKey } from "./verify-key.ts";

const world = await testWorld();
const relay = await openRelay(world.appUrl);
const engine = await runningEngine(relay.url);
const agency = await makeAgency(world);

const ask = (of: Engine, key: { secret: string }) => verifyKey(of, verifyCall(key.secret));

describe("a key that was asked for before", () => {
	test("is answered in the same turn, without the database", async () => {
		const key = await makeKey(world, agency, { rateLimit: { max: 1_000, seconds: 86_400 } });
		expect(await ask(engine, key)).toMatchObject({ code: "VALID" });
		const { misses, hits } = engine.counters.cache;

		relay.hush();
		const answers = Array.from({ length: 500 }, () => ask(engine, key));
		await relay.mend();

		for (const answer of answers) expect(answer).toMatchObject({ code: "VALID" });
		expect(answers.at(-1)).toMatchObject({ rateLimit: { remaining: 499 } });
		expect(engine.counters.cache).toMatchObject({ misses, hits: hits + 500 });
	});

	test.each([
		["REVOKED", { revoked: true }],
		["DISABLED", { disabled: true }],
		["EXPIRED", { expiresAt: new Date("2001-01-01") }],
		["NOT_FOUND", { deletedAt: new Date("2001-01-01") }],
		["FORBIDDEN", { allowedAddresses: ["198.51.100.7"] }],
	])("is %s in the same turn as well", async (code, options) => {
		const key = await makeKey(world, agency, options);
		await ask(engine, key);

		expect(ask(engine, key)).toMatchObject({ code });
	});

	test("is asked for each time by an engine that hears no changes", async () => {
		const deaf = testEngine(anotherDatabase(world.appUrl));
		const key = await makeKey(world, agency);

		for (let time = 1; time <= 3; time++) {
			expect(await ask(deaf, key)).toMatchObject({ code: "VALID" });
			expect(deaf.counters.cache.misses).toBe(time);
		}
	});
});

describe("keys that nobody has asked for", () => {
	/** An engine and the number of times that it went to the database. */
	function countedEngine() {
		const database = anotherDatabase(world.appUrl);
		const trips = { count: 0 };
		database.enginePool.on("acquire", () => void trips.count++);
		return { cold: testEngine(database), trips };
	}

	test("are read once, however many ask for the same in one turn", async () => {
		const { cold, trips } = countedEngine();
		const key = await makeKey(world, agency);

		const answers = await Promise.all(Array.from({ length: 50 }, () => ask(cold, key)));

		for (const answer of answers) expect(answer).toMatchObject({ code: "VALID" });
		expect([trips.count, cold.counters.cache.misses]).toEqual([1, 1]);
	});

	test("are read once for those as well who ask while the question is under way", async () => {
		const key = await makeKey(world, agency);
		const { misses } = engine.counters.cache;
		const blocker = await world.owner.connect();
		await blocker.query("begin; lock table key_secrets in access exclusive mode");

		const first = ask(engine, key);
		await vi.waitUntil(() => engine.counters.cache.misses > misses, { interval: 1 });
		const others = Array.from({ length: 50 }, () => ask(engine, key));
		await blocker.query("commit");
		blocker.release();

		for (const answer of await Promise.all([first, ...others]))
			expect(answer).toMatchObject({ code: "VALID" });
		expect(engine.counters.cache.misses).toBe(misses + 1);
	});

	test("are read together when a hundred are asked for in one turn", async () => {
		const { cold, trips } = countedEngine();
		const other = await makeAgency(world);
		const keys = await Promise.all(
			Array.from({ length: 100 }, async (_, index) => {
				const isOther = index % 2 === 1;
				return makeKey(world, isOther ? other : agency, { disabled: index % 3 === 0 });
			}),
		);

		const answers = await Promise.all(keys.map((key) => ask(cold, key)));

		expect(trips.count).toBe(1);
		for (const [index, key] of keys.entries()) {
			expect(answers[index]).toMatchObject({
				code: index % 3 === 0 ? "DISABLED" : "VALID",
				facts: { keyId: key.id, agency: { id: key.agencyId } },
			});
		}
	});

	test("that are of several agencies get the locations of their own", async () => {
		const { cold } = countedEngine();
		const scenes = await Promise.all(
			Array.from({ length: 5 }, async () => {
				const owner = await makeAgency(world);
				const location = await makeLocation(world, owner);
				return { location, keys: [await makeKey(world, owner), await makeKey(world, owner)] };
			}),
		);

		const answers = await Promise.all(scenes.flatMap(({ keys }) => keys.map((key) => ask(cold, key))));

		for (const [index, answer] of answers.entries()) {
			expect(answer).toMatchObject({
				facts: { agency: { locations: { ids: [scenes[Math.floor(index / 2)]?.location.id] } } },
			});
		}
	});
});

describe("a text that is no key", () => {
	test("is asked for once, and then known for a moment to be none", async () => {
		const { plaintext } = generateSecret("AGENCY");
		const { misses } = engine.counters.cache;
		expect(await ask(engine, { secret: plaintext })).toMatchObject({ code: "NOT_FOUND" });

		const again = ask(engine, { secret: plaintext });

		expect(again).toMatchObject({ code: "NOT_FOUND" });
		expect(engine.counters.cache.misses).toBe(misses + 1);
	});

	test("and has not even the look of one is never asked for", async () => {
		const { plaintext } = generateSecret("AGENCY");
		const { misses } = engine.counters.cache;
		const wrongSum = plaintext.slice(0, -1) + (plaintext.endsWith("a") ? "b" : "a");

		for (const secret of ["", "lk_agy_", wrongSum, plaintext.toLowerCase(), `${plaintext} `]) {
			expect(ask(engine, { secret })).toMatchObject({ code: "NOT_FOUND" });
		}
		expect(engine.counters.cache.misses).toBe(misses);
	});

	test("is read again when it may have become one", async () => {
		const secret = generateSecret("AGENCY").plaintext;
		await ask(engine, { secret });
		const { misses } = engine.counters.cache;

		await world.owner.query("select pg_notify('latchkey_changes', '*')");
		expect(await engine.database.changes.confirm()).toEqual({ propagated: true });
		await ask(engine, { secret });

		expect(engine.counters.cache.misses).toBe(misses + 1);
	});
});
