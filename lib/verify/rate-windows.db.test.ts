import { describe, expect, test, vi } from "vitest";
import { runningEngine, testEngine, verifyCall } from "#lib/testing/engine.ts";
import { makeAgency, makeKey } from "#lib/testing/factories.ts";
import { openRelay } from "#lib/testing/relay.ts";
import { knownKey } from "#lib/testing/secret-row.ts";
import { testWorld, unreachableDatabase } from "#lib/testing/world.ts";
import type { Engine } from "./engine.ts";
import { RateWindows } from "./rate-windows.ts";
import { verifyKey } from "./verify-key.ts";

const world = await testWorld();
const agency = await makeAgency(world);
const DAY = { seconds: 86_400 };

const relay = await openRelay(world.appUrl);
const engines = [
	await runningEngine(world.appUrl),
	await runningEngine(relay.url, { graceMs: 30_000 }),
] as const;
const [first, second] = engines;
await vi.waitUntil(() => engines.every(({ database }) => database.changes.instances === 2), {
	timeout: 5_000,
});

/** How many of so many uses at once are good. */
async function admitted(engine: Engine, key: { secret: string }, uses: number) {
	const verdicts = await Promise.all(
		Array.from({ length: uses }, () => verifyKey(engine, verifyCall(key.secret))),
	);
	return verdicts.filter((verdict) => typeof verdict !== "string" && verdict.code === "VALID").length;
}

describe("the windows of a process that is alone", () => {
	const NOON = Date.parse("2026-03-02T12:00:00Z");
	const alone = () => {
		const database = unreachableDatabase();
		database.changes.instances = 1;
		const windows = new RateWindows({ database, redis: null, onError: () => {} });
		const known = knownKey();
		return (now: number, max = 2, seconds = 60, key = known) => windows.take(key, { max, seconds }, now);
	};

	test.each([
		[NOON, 60, NOON + 60_000],
		[NOON + 59_999, 60, NOON + 60_000],
		[NOON + 60_000, 60, NOON + 120_000],
		[NOON + 1_500, 1, NOON + 2_000],
		[NOON + 1, 3_600, NOON + 3_600_000],
		[NOON + 1, 86_400, Date.parse("2026-03-03T00:00:00Z")],
	])("at %i, of %i seconds, end at %i, wherever the first use falls", (now, seconds, resetAt) => {
		expect(alone()(now, 2, seconds)).toMatchObject({ allowed: true, state: { resetAt, limit: 2, seconds } });
	});

	test("admit the limit, refuse the rest, and start anew at their end, not before", () => {
		const take = alone();
		const use = (now: number) => {
			const taken = take(now);
			return taken instanceof Promise ? null : [taken.allowed, taken.state.remaining];
		};

		expect([NOON, NOON + 1, NOON + 2, NOON + 59_999].map(use)).toEqual([
			[true, 1],
			[true, 0],
			[false, 0],
			[false, 0],
		]);
		expect(use(NOON + 60_000)).toEqual([true, 1]);
	});

	test("go on when the database's time steps back a little over their end", () => {
		const take = alone();
		take(NOON);

		expect(take(NOON - 5)).toMatchObject({ allowed: true, state: { remaining: 0 } });
		expect(take(NOON)).toMatchObject({ allowed: false });
	});

	test("follow a limit that is changed in their middle", () => {
		const take = alone();
		for (let use = 0; use < 3; use++) take(NOON);

		expect(take(NOON, 4)).toMatchObject({ allowed: true, state: { limit: 4, remaining: 1 } });
		expect(take(NOON, 1)).toMatchObject({ allowed: false, state: { limit: 1, remaining: 0 } });
		expect(take(NOON, 4)).toMatchObject({ allowed: true, state: { remaining: 0 } });
	});
});

describe("the windows of two processes", () => {
	const newKey = async (max: number) => {
		const key = await makeKey(world, agency, { rateLimit: { max, ...DAY } });
		expect(await first.database.changes.confirm()).toEqual({ propagated: true });
		return key;
	};

	test.each([1, 5, 50, 300])("admit exactly a limit of %i together", async (max) => {
		const key = await newKey(max);

		const good = await Promise.all(engines.map((engine) => admitted(engine, key, max + 50)));

		expect(good.reduce((sum, count) => sum + count, 0)).toBe(max);
		expect(await Promise.all(engines.map((engine) => admitted(engine, key, 5)))).toEqual([0, 0]);
	});

	test("say what is left as far as they know, and the same end", async () => {
		const key = await newKey(100);

		const [one, other] = await Promise.all(
			engines.map((engine) => verifyKey(engine, verifyCall(key.secret))),
		);

		expect(one).toMatchObject({ code: "VALID", rateLimit: { limit: 100, seconds: 86_400 } });
		expect(other).toMatchObject({ code: "VALID" });
		const states = [one, other].map((verdict) => (typeof verdict === "string" ? null : verdict?.rateLimit));
		expect(states[0]?.resetAt).toBe(states[1]?.resetAt);
		for (const state of states) expect(state?.remaining).toBeLessThan(100);
	});

	test("that are full take more when the limit is raised", async () => {
		const key = await newKey(5);
		await Promise.all(engines.map((engine) => admitted(engine, key, 10)));

		await world.owner.query("update api_keys set rate_limit_max = 9 where id = $1", [key.id]);
		expect(await first.database.changes.confirm()).toEqual({ propagated: true });

		const good = await Promise.all(engines.map((engine) => admitted(engine, key, 10)));
		expect(good.reduce((sum, count) => sum + count, 0)).toBe(4);
	});

	test("are halved while the database is gone: each admits its share, and both together no more", async () => {
		const key = await newKey(20);
		const known = knownKey({ agency_id: agency.id, key_id: key.id });
		relay.cut();
		await vi.waitUntil(() => !second.database.changes.isProven);

		const taken = await Promise.all(
			Array.from({ length: 40 }, () => second.windows.take(known, { max: 20, ...DAY }, second.clock.now())),
		);

		expect(taken.filter(({ allowed }) => allowed)).toHaveLength(10);
		await relay.mend();
		await vi.waitUntil(
			() => engines.every(({ database }) => database.changes.instances === 2 && database.changes.isProven),
			{
				timeout: 5_000,
			},
		);
		expect((await admitted(first, key, 40)) + (await admitted(second, key, 40))).toBeLessThanOrEqual(20);
	});
});

test("a limit of one use is one use also for an engine that hears no changes", async () => {
	const key = await makeKey(world, agency, { rateLimit: { max: 1, ...DAY } });

	expect(await admitted(testEngine(world.database), key, 10)).toBe(1);
});
