import { expect, test, vi } from "vitest";
import { runningEngine, verifyCall } from "#lib/testing/engine.ts";
import { makeAgency, makeKey, type TestKey } from "#lib/testing/factories.ts";
import { testWorld } from "#lib/testing/world.ts";
import type { Engine } from "./engine.ts";
import { verifyKey } from "./verify-key.ts";

const world = await testWorld();
const first = await runningEngine(world.appUrl);
const rateLimit = { max: 10, seconds: 86_400 };

async function admitted(engine: Engine, key: TestKey, uses: number) {
	const verdicts = await Promise.all(
		Array.from({ length: uses }, () => verifyKey(engine, verifyCall(key.secret))),
	);
	return verdicts.filter((verdict) => typeof verdict !== "string" && verdict.code === "VALID").length;
}
const counted = async (key: TestKey) => {
	const { rows } = await world.owner.query("select used from rate_windows where key_id = $1", [key.id]);
	return rows[0]?.used ?? 0;
};

test("what a process counted alone counts for another that begins, before that one is asked", async () => {
	const [key, other] = [
		await makeKey(world, await makeAgency(world), { rateLimit }),
		await makeKey(world, await makeAgency(world), { rateLimit }),
	];
	expect(await first.database.changes.confirm()).toEqual({ propagated: true });
	expect([await admitted(first, key, 6), await admitted(first, other, 20)]).toEqual([6, 10]);
	expect([await counted(key), await counted(other)]).toEqual([0, 0]);

	const second = await runningEngine(world.appUrl);
	await vi.waitUntil(async () => (await counted(key)) >= 6 && (await counted(other)) >= 10, {
		timeout: 5_000,
	});

	expect(await admitted(second, other, 20)).toBe(0);
	expect((await admitted(second, key, 20)) + (await admitted(first, key, 20))).toBe(4);
});

test("a process that is alone again counts by itself from the next window on", async () => {
	const second = await runningEngine(world.appUrl);
	await second.stop();
	await vi.waitUntil(() => first.database.changes.instances === 1, { timeout: 5_000 });
	const key = await makeKey(world, await makeAgency(world), { rateLimit });

	expect(await admitted(first, key, 20)).toBe(10);
	expect(await counted(key)).toBe(0);
});
