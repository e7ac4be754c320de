import { describe, expect, onTestFinished, test, vi } from "vitest";
import { newId } from "#lib/core/ids.ts";
import { editKey } from "#lib/services/keys/edit.ts";
import { runningEngine, testEngine, verifyCall } from "#lib/testing/engine.ts";
import {
	contextFor,
	keyFields,
	makeAgency,
	makeKey,
	storedKey,
	type TestKey,
} from "#lib/testing/factories.ts";
import { openRelay } from "#lib/testing/relay.ts";
import { knownKey } from "#lib/testing/secret-row.ts";
import { anotherDatabase, testWorld } from "#lib/testing/world.ts";
import { CreditBlocks } from "./credit-blocks.ts";
import type { Engine } from "./engine.ts";
import { verifyKey } from "./verify-key.ts";

const world = await testWorld();
const agency = await makeAgency(world);
const engines = [
	await runningEngine(world.appUrl),
	await runningEngine(world.appUrl),
	await runningEngine(world.appUrl),
] as const;
const [engine] = engines;

const stored = async (key: TestKey) => (await storedKey(world, key.id)).credits;
const byHand = (statement: string, key: TestKey) => world.owner.query(statement, [key.id]);
const confirmed = async () => expect(await engine.database.changes.confirm()).toEqual({ propagated: true });

async function keyWith(credits: number) {
	const key = await makeKey(world, agency, { credits });
	// Otherwise the engine might hear of its making, and forget it, while it is used.
	await confirmed();
	return key;
}

async function use(of: Engine, key: TestKey, cost = 1) {
	const verdict = await verifyKey(of, verifyCall(key.secret, { cost }));
	return typeof verdict === "string" ? { code: verdict, credits: null } : verdict;
}
/** How many of so many uses at once are good. */
async function admitted(of: Engine, key: TestKey, uses: number) {
	const codes = await Promise.all(Array.from({ length: uses }, async () => (await use(of, key)).code));
	return codes.filter((code) => code === "VALID").length;
}
/** Uses the key until a block of its quota lies in the engine's memory. Returns what is left, with the block. */
async function takeBlock(of: Engine, key: TestKey) {
	for (let round = 0; round < 100; round++) {
		const credits = Number((await use(of, key)).credits);
		if (credits - (await stored(key)) > 20) return credits;
	}
	throw new Error("no block was taken");
}

describe("a quota that several processes share", () => {
	test("of 1,000 admits exactly 1,000 of 3,000 uses by three of them at once", async () => {
		const key = await keyWith(1_000);
		await Promise.all(engines.map((one) => use(one, key, 0)));

		const good = await Promise.all(engines.map((one) => admitted(one, key, 1_000)));

		const sum = () => good.reduce((total, count) => total + count, 0);
		await Promise.all(engines.map((one) => one.credits.stop()));
		expect(sum() + (await stored(key))).toBe(1_000);
		// What lay with a process that had no use for it any more went back, for the others to use.
		await vi.waitUntil(
			async () => {
				for (const one of engines) good.push(await admitted(one, key, 20));
				return (await stored(key)) === 0 && good.slice(-engines.length).every((count) => count === 0);
			},
			{ timeout: 10_000, interval: 1 },
		);
		expect([sum(), await stored(key)]).toEqual([1_000, 0]);
	});

	test("is never counted below zero, and what it answers never goes up", async () => {
		const key = await keyWith(200);
		const told: number[] = [];

		for (let round = 0; round < 200; round++) told.push((await use(engine, key)).credits ?? -1);

		expect(told).toEqual(Array.from({ length: 200 }, (_, round) => 199 - round));
		expect(await use(engine, key)).toMatchObject({ code: "USAGE_EXCEEDED", credits: 0 });
	});
});

describe("a block", () => {
	test("goes back when the key is not used for a moment", async () => {
		const key = await keyWith(100_000);
		const credits = await takeBlock(await runningEngine(world.appUrl), key);
		expect(await stored(key)).toBeLessThan(credits);

		await vi.waitUntil(async () => (await stored(key)) === credits, { timeout: 5_000 });
	});

	test("goes back when the process ends", async () => {
		const key = await keyWith(100_000);
		const blocks = new CreditBlocks({
			database: engine.database,
			onError(error) {
				throw error;
			},
		});
		const known = knownKey({ agency_id: agency.id, key_id: key.id });
		for (let round = 0; round < 50; round++) await blocks.take(known, 1, Date.now());
		expect(await stored(key)).toBeLessThan(99_950);

		await blocks.stop();

		expect(await stored(key)).toBe(99_950);
	});

	test("is worthless once an edit has set the quota, and is not given back to it", async () => {
		const key = await keyWith(100_000);
		await takeBlock(engine, key);
		const { level: _level, locationId: _location, ...fields } = keyFields(null);
		const ctx = { ...contextFor(world, agency, { role: "OWNER" }), database: engine.database };

		const edited = await editKey(ctx, { ...fields, title: key.title, keyId: key.id, version: 1, credits: 3 });

		expect(edited.propagation).toEqual({ propagated: true });
		expect(await admitted(engine, key, 10)).toBe(3);
		await engine.credits.stop();
		expect(await stored(key)).toBe(0);
	});

	test("is worthless once the quota was set by hand, also while uses are under way", async () => {
		const key = await keyWith(100_000);
		await takeBlock(engine, key);

		const before = admitted(engine, key, 50);
		await byHand("update key_credits set remaining = 5 where key_id = $1", key);
		await confirmed();
		await before;
		const after = await admitted(engine, key, 50);

		expect(after).toBeLessThanOrEqual(5);
		await engine.credits.stop();
		expect(await stored(key)).toBeLessThanOrEqual(5 - after);
	});
});

describe("a quota that is used up", () => {
	test("is asked about a few times, however many uses come at once", async () => {
		const key = await keyWith(0);
		await use(engine, key, 0);
		await world.owner.query(
			`create sequence leases;
			grant usage on sequence leases to public;
			create function count_lease() returns trigger language plpgsql as
				$$ begin perform nextval('leases'); return null; end $$;
			create trigger count_lease after update on key_credits for each row when (new.key_id = '${key.id}')
				execute function count_lease()`,
		);

		expect(await admitted(engine, key, 500)).toBe(0);

		const { rows } = await world.owner.query<{ asked: number }>(
			"select last_value::int as asked from leases",
		);
		expect(rows[0]?.asked).toBeLessThan(10);
	});

	test("and taken away altogether limits nobody any more", async () => {
		const key = await keyWith(0);
		expect(await use(engine, key)).toMatchObject({ code: "USAGE_EXCEEDED" });

		await byHand("delete from key_credits where key_id = $1", key);
		await confirmed();

		expect(await use(engine, key)).toMatchObject({ code: "VALID", credits: null });
	});

	test("and taken away while it is asked about limits nobody either", async () => {
		const known = knownKey({ agency_id: agency.id, key_id: newId(), credits_remaining: "0" });

		expect(await engine.credits.take(known, 1, Date.now())).toMatchObject({ allowed: true });
	});
});

describe("a refill that is due", () => {
	const refill = (key: TestKey) =>
		byHand("update key_credits set refill_amount = 5, refill_every = 'DAY' where key_id = $1", key);
	const fallDue = (key: TestKey) =>
		byHand("update key_credits set refills_at = now() - interval '1 second' where key_id = $1", key);

	test("comes with the next use, once, and the next one is at midnight", async () => {
		const key = await keyWith(0);
		await refill(key);
		await fallDue(key);
		await confirmed();

		expect(await Promise.all(engines.map((one) => admitted(one, key, 5)))).toSatisfy(
			(good: number[]) => good.reduce((sum, count) => sum + count, 0) === 5,
		);
		const { rows } = await world.owner.query(
			`select refills_at > now() as later, refills_at = date_trunc('day', refills_at, 'UTC') as midnight
				from key_credits where key_id = $1`,
			[key.id],
		);
		expect(rows).toEqual([{ later: true, midnight: true }]);
	});

	test("takes the place of what is left, it does not come on top", async () => {
		const key = await keyWith(1_000);
		await refill(key);
		await takeBlock(engine, key);
		await fallDue(key);
		await confirmed();

		expect(await admitted(engine, key, 20)).toBe(5);
	});

	test("is told beforehand by what a key says of itself", async () => {
		const key = await keyWith(0);
		await refill(key);
		await fallDue(key);
		await confirmed();

		expect(await use(testEngine(world.database), key, 0)).toMatchObject({ code: "VALID", credits: 5 });
	});
});

describe("when the database has gone", () => {
	test("a key with a quota is neither good nor bad: no credit is given out by guess", async () => {
		const relay = await openRelay(world.appUrl);
		const alone = testEngine(anotherDatabase(relay.url), { graceMs: 30_000 });
		await alone.start();
		onTestFinished(() => alone.stop());
		const key = await keyWith(5);
		expect(await use(alone, key)).toMatchObject({ code: "VALID", credits: 4 });

		relay.cut();
		await vi.waitUntil(() => !alone.database.changes.isProven);

		expect(await use(alone, key)).toMatchObject({ code: "UNAVAILABLE" });
		expect(await use(alone, key, 0)).toMatchObject({ code: "VALID" });
		await relay.mend();
		await vi.waitFor(async () => expect(await use(alone, key)).toMatchObject({ code: "VALID", credits: 3 }), {
			timeout: 5_000,
		});
	});

	test("what was taken before is not spent unasked, and not lost", async () => {
		const relay = await openRelay(world.appUrl);
		const alone = testEngine(anotherDatabase(relay.url), { graceMs: 30_000 });
		await alone.start();
		onTestFinished(() => alone.stop());
		const key = await keyWith(100_000);
		const credits = await takeBlock(alone, key);

		relay.cut();
		await vi.waitUntil(() => !alone.database.changes.isProven);
		expect(await use(alone, key)).toMatchObject({ code: "UNAVAILABLE" });
		await relay.mend();

		const next = { code: "VALID", credits: credits - 1 };
		await vi.waitFor(async () => expect(await use(alone, key)).toMatchObject(next), { timeout: 5_000 });
		await alone.credits.stop();
		expect(await stored(key)).toBe(credits - 1);
	});
});
