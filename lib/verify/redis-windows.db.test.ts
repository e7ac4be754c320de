import { describe, expect, onTestFinished, test, vi } from "vitest";
import { testEngine, verifyCall } from "#lib/testing/engine.ts";
import { makeAgency, makeKey } from "#lib/testing/factories.ts";
import { hasRedis, redisServer } from "#lib/testing/redis-server.ts";
import { testWorld } from "#lib/testing/world.ts";
import { openRedisWindows } from "./redis-windows.ts";
import { verifyKey } from "./verify-key.ts";

const world = await testWorld();
const agency = await makeAgency(world);

/** Engines of several processes that count in one Redis. */
async function arrange(count: number) {
	const redis = await redisServer();
	const errors: unknown[] = [];
	const windows = Array.from({ length: count }, () =>
		openRedisWindows(redis.url, (error) => errors.push(error)),
	);
	onTestFinished(() => {
		for (const one of windows) one.close();
	});
	const up = () => vi.waitUntil(() => windows.every(({ isUp }) => isUp), { timeout: 10_000 });
	await up();
	// While Redis begins, nobody answers.
	errors.length = 0;
	const engines = windows.map((one) => testEngine(world.database, { redis: one }));
	return { redis, windows, engines, errors, up };
}
const use = async (engine: ReturnType<typeof testEngine>, key: { secret: string }) => {
	const verdict = await verifyKey(engine, verifyCall(key.secret));
	if (typeof verdict === "string") throw new Error(verdict);
	return verdict;
};

describe.skipIf(!hasRedis)("with Redis", () => {
	test("several processes count every use there, and admit exactly the limit together", async () => {
		const { engines, errors } = await arrange(3);
		const key = await makeKey(world, agency, { rateLimit: { max: 30, seconds: 3_600 } });

		const verdicts = await Promise.all(
			engines.flatMap((engine) => Array.from({ length: 20 }, () => use(engine, key))),
		);

		expect(verdicts.filter(({ code }) => code === "VALID")).toHaveLength(30);
		const [refused] = verdicts.filter(({ code }) => code === "RATE_LIMITED");
		expect(refused?.rateLimit).toMatchObject({ limit: 30, seconds: 3_600, remaining: 0 });
		const hour = 3_600_000;
		expect(refused?.rateLimit?.resetAt).toBe(Math.ceil(Date.now() / hour) * hour);
		expect(errors).toEqual([]);
	});

	test("another limit counts on in the same window", async () => {
		const { engines } = await arrange(1);
		const [engine] = engines as [ReturnType<typeof testEngine>];
		const key = await makeKey(world, agency, { rateLimit: { max: 1, seconds: 3_600 } });
		await use(engine, key);

		await world.owner.query("update api_keys set rate_limit_max = 2 where id = $1", [key.id]);

		expect(await use(engine, key)).toMatchObject({ code: "VALID", rateLimit: { limit: 2, remaining: 0 } });
		expect(await use(engine, key)).toMatchObject({ code: "RATE_LIMITED" });
	});

	test("a key's count is its own", async () => {
		const { engines } = await arrange(1);
		const [engine] = engines as [ReturnType<typeof testEngine>];
		const rateLimit = { max: 1, seconds: 3_600 };
		const [key, other] = [
			await makeKey(world, agency, { rateLimit }),
			await makeKey(world, agency, { rateLimit }),
		];
		await use(engine, key);

		expect(await use(engine, key)).toMatchObject({ code: "RATE_LIMITED" });
		expect(await use(engine, other)).toMatchObject({ code: "VALID" });
	});

	test("that is gone the process goes on by itself, without a wait, and counts there again when it is back", async () => {
		const { engines, redis, up, windows } = await arrange(1);
		const [engine] = engines as [ReturnType<typeof testEngine>];
		const key = await makeKey(world, agency, { rateLimit: { max: 10, seconds: 86_400 } });
		await use(engine, key);

		await redis.end();
		const codes: string[] = [];
		const since = performance.now();
		for (let round = 0; round < 12; round++) codes.push((await use(engine, key)).code);

		expect(performance.now() - since).toBeLessThan(1_500);
		expect(codes.filter((code) => code === "VALID")).toHaveLength(10);
		expect(windows[0]?.isUp).toBe(false);
		redis.begin();
		await up();
		expect(await use(engine, key)).toMatchObject({ code: "VALID", rateLimit: { remaining: 9 } });
	});
});
