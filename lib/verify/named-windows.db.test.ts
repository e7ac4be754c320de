import { describe, expect, onTestFinished, test, vi } from "vitest";
import { hasRedis, redisServer } from "#lib/testing/redis-server.ts";
import { testWorld } from "#lib/testing/world.ts";
import { type NamedLimit, NamedWindows, type TakenTogether } from "./named-windows.ts";
import { openRedisWindows } from "./redis-windows.ts";

const { database } = await testWorld();

const HOUR_MS = 3_600_000;
const NOON = Date.UTC(2026, 2, 2, 12);
const limit = (max: number, changes: Partial<NamedLimit> = {}): NamedLimit => ({
	scope: ["namespace", "mail"],
	name: "a",
	rule: { max, seconds: 3_600 },
	cost: 1,
	...changes,
});

describe("in one process", () => {
	const arrange = () => {
		const windows = new NamedWindows({ database, redis: null });
		return async (one: NamedLimit, now = NOON, agencyId = "agency") =>
			(await windows.take(agencyId, one, now)).allowed;
	};

	test("as many uses are admitted as the limit says, and then none until the window ends", async () => {
		const take = arrange();

		expect([await take(limit(2)), await take(limit(2)), await take(limit(2))]).toEqual([true, true, false]);
		expect(await take(limit(2), NOON + HOUR_MS - 1)).toBe(false);
		expect(await take(limit(2), NOON + HOUR_MS)).toBe(true);
	});

	test("what costs too much is refused and stands in nobody's way", async () => {
		const take = arrange();

		expect(await take(limit(10, { cost: 8 }))).toBe(true);
		expect(await take(limit(10, { cost: 3 }))).toBe(false);
		expect(await take(limit(10, { cost: 2 }))).toBe(true);
		expect(await take(limit(10, { cost: 0 }))).toBe(true);
		expect(await take(limit(10))).toBe(false);
	});

	test("agencies, namespaces, keys, names and lengths count apart", async () => {
		const take = arrange();
		await take(limit(1));

		expect(await take(limit(1), NOON, "another")).toBe(true);
		expect(await take(limit(1, { scope: ["key", "mail"] }))).toBe(true);
		expect(await take(limit(1, { scope: ["namespace", "letters"] }))).toBe(true);
		expect(await take(limit(1, { name: "b" }))).toBe(true);
		expect(await take(limit(1, { rule: { max: 1, seconds: 7_200 } }))).toBe(true);
		expect(await take(limit(1))).toBe(false);
	});

	test("an agency that makes up names without an end forgets its own windows, and nobody else's", async () => {
		const take = arrange();
		await take(limit(1), NOON, "another");

		for (let name = 0; name < 101_000; name++) await take(limit(1, { name: `${name}` }));

		expect(await take(limit(1), NOON, "another")).toBe(false);
		expect(await take(limit(1, { name: "0" }))).toBe(true);
		expect(await take(limit(1, { name: "100999" }))).toBe(false);
	});

	test("another limit counts on in the same window", async () => {
		const take = arrange();
		await take(limit(1));

		expect([await take(limit(1)), await take(limit(2)), await take(limit(2))]).toEqual([false, true, false]);
	});
});

/** Two limits at once, of which the second is full when it was taken before. */
async function expectAllOrNone(windows: NamedWindows) {
	const both = [limit(5, { name: "wide", cost: 2 }), limit(1, { name: "narrow" })];
	const left = async (all: Promise<TakenTogether>) =>
		(await all).taken.map(({ allowed, state }) => [allowed, state.remaining]);

	expect(await left(windows.takeAll("agency", both, NOON))).toEqual([
		[true, 3],
		[true, 0],
	]);
	expect(await left(windows.takeAll("agency", both, NOON))).toEqual([
		[true, 3],
		[false, 0],
	]);
	expect((await windows.take("agency", limit(5, { name: "wide", cost: 3 }), NOON)).allowed).toBe(true);
}

test("several limits are counted all or not at all", () =>
	expectAllOrNone(new NamedWindows({ database, redis: null })));

describe.skipIf(!hasRedis)("with Redis", () => {
	test("several limits are counted all or not at all", async () => {
		const redis = await redisServer();
		const errors: unknown[] = [];
		const shared = openRedisWindows(redis.url, (error) => errors.push(error));
		onTestFinished(() => shared.close());
		await vi.waitUntil(() => shared.isUp, { timeout: 10_000 });
		errors.length = 0;

		await expectAllOrNone(new NamedWindows({ database, redis: shared }));

		expect(errors).toEqual([]);
	});

	test("several processes admit exactly the limit together, whatever a use costs", async () => {
		const redis = await redisServer();
		const errors: unknown[] = [];
		const shared = [1, 2].map(() => openRedisWindows(redis.url, (error) => errors.push(error)));
		onTestFinished(() => {
			for (const one of shared) one.close();
		});
		await vi.waitUntil(() => shared.every(({ isUp }) => isUp), { timeout: 10_000 });
		errors.length = 0;
		const windows = shared.map((one) => new NamedWindows({ database, redis: one }));
		const take = (place: number, cost: number) =>
			windows[place % 2]?.take("agency", limit(10, { cost }), NOON);

		const big = await Promise.all([take(0, 8), take(1, 1_000_000)]);
		const small = await Promise.all(Array.from({ length: 6 }, (_, place) => take(place, 1)));

		expect(big.map((taken) => taken?.allowed)).toEqual([true, false]);
		expect(small.filter((taken) => taken?.allowed)).toHaveLength(2);
		expect(errors).toEqual([]);
	});
});
