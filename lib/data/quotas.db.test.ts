import { describe, expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import { makeAgency, makeKey, storedKey, type TestKey } from "#lib/testing/factories.ts";
import { testWorld } from "#lib/testing/world.ts";
import { leaseCredits, leaseWindows, returnCredits, type WindowRequest } from "./quotas.ts";

const world = await testWorld();
const agency = await makeAgency(world);

const keyWith = (credits: number) => makeKey(world, agency, { credits });
const lease = (key: TestKey, needed: number, { demand = needed, wanted = 0 } = {}) =>
	leaseCredits(world.database, agency.id, key.id, { needed, demand, wanted });
const giveBack = (key: TestKey, grantVersion: string, amount: number) =>
	returnCredits(world.database, agency.id, key.id, grantVersion, amount);
const left = async (key: TestKey) => (await storedKey(world, key.id)).credits;

describe("a block of credits", () => {
	test.each([
		{ credits: 1_000, needed: 1, demand: 1, wanted: 0, granted: 1 },
		{ credits: 1_000, needed: 1, demand: 1, wanted: 50, granted: 50 },
		{ credits: 1_000, needed: 1, demand: 1, wanted: 500, granted: 62 },
		{ credits: 1_000, needed: 1, demand: 100, wanted: 500, granted: 100 },
		{ credits: 1_000, needed: 1_000, demand: 1_000, wanted: 0, granted: 1_000 },
		{ credits: 1_000, needed: 1_001, demand: 1_001, wanted: 0, granted: 0 },
		{ credits: 10, needed: 1, demand: 500, wanted: 0, granted: 10 },
		{ credits: 10, needed: 1, demand: 1, wanted: 500, granted: 1 },
		{ credits: 10, needed: 0, demand: 0, wanted: 500, granted: 0 },
		{ credits: 0, needed: 1, demand: 1, wanted: 1, granted: 0 },
	])(
		"of $credits, where $needed are needed, $demand waited for and $wanted wanted, is $granted",
		async ({ credits, needed, granted, ...welcome }) => {
			const key = await keyWith(credits);

			expect(await lease(key, needed, welcome)).toMatchObject({ granted, remaining: credits - granted });

			expect(await left(key)).toBe(credits - granted);
		},
	);

	test("goes back to the grant that it was taken from, and to no other", async () => {
		const key = await keyWith(100);
		const grant = (await lease(key, 10))?.grant_version ?? "";
		await giveBack(key, grant, 4);
		expect(await left(key)).toBe(94);

		await world.owner.query("update key_credits set remaining = 50 where key_id = $1", [key.id]);
		await giveBack(key, grant, 6);

		expect(await left(key)).toBe(50);
		expect((await lease(key, 1))?.grant_version).not.toBe(grant);
	});

	test("does not go back to a quota that was taken away and set again", async () => {
		const key = await keyWith(100);
		const grant = (await lease(key, 10))?.grant_version ?? "";

		await world.owner.query("delete from key_credits where key_id = $1", [key.id]);
		await world.owner.query("insert into key_credits values ($1, $2, 5)", [agency.id, key.id]);
		await giveBack(key, grant, 10);

		expect(await left(key)).toBe(5);
	});

	test("is taken of no quota, and goes back to none, where there is none", async () => {
		const key = await makeKey(world, agency);

		expect(await lease(key, 1)).toBeNull();
		await giveBack(key, "1", 5);

		expect(await left(key)).toBeNull();
	});

	test("cannot be taken twice by many at once", async () => {
		const key = await keyWith(100);

		const blocks = await Promise.all(Array.from({ length: 40 }, () => lease(key, 3, { wanted: 7 })));

		const granted = blocks.reduce((sum, block) => sum + Number(block?.granted), 0);
		expect(granted).toBeGreaterThan(97);
		expect(await left(key)).toBe(100 - granted);
	});
});

describe("a refill", () => {
	const refilled = async (every: "DAY" | "MONTH", day: number | null) => {
		const key = await keyWith(0);
		await world.owner.query(
			"update key_credits set refill_amount = 100, refill_every = $2, refill_day = $3 where key_id = $1",
			[key.id, every, day],
		);
		return key;
	};
	/** As the engine, whose own writing sets no quota anew. */
	const fallDue = (key: TestKey) =>
		world.owner.query(
			`begin; set local role latchkey_engine;
				update key_credits set refills_at = clock_timestamp() where key_id = '${key.id}'; commit`,
		);

	test("that is due comes before a block is taken, and blocks of before go back to nothing", async () => {
		const key = await refilled("DAY", null);
		await world.owner.query("update key_credits set remaining = 10 where key_id = $1", [key.id]);
		const grant = (await lease(key, 10))?.grant_version ?? "";
		await fallDue(key);
		await giveBack(key, grant, 10);
		expect(await left(key)).toBe(0);

		const after = await lease(key, 1);

		expect(after).toMatchObject({ granted: 1, remaining: 99 });
		expect(after?.grant_version).not.toBe(grant);
		await giveBack(key, grant, 10);
		expect(await left(key)).toBe(99);
	});

	test("that is not due does not come", async () => {
		const key = await refilled("MONTH", 1);

		expect(await lease(key, 1)).toMatchObject({ granted: 0, remaining: 0 });
	});

	test("comes once, however many take blocks at the same moment", async () => {
		const key = await refilled("DAY", null);
		await fallDue(key);

		const blocks = await Promise.all(Array.from({ length: 30 }, () => lease(key, 10)));

		expect(blocks.filter((block) => block?.granted === 10)).toHaveLength(10);
	});

	test.each([
		["without an amount", "refill_every = 'DAY'"],
		["of nothing", "refill_amount = 0, refill_every = 'DAY'"],
		["by the hour", "refill_amount = 1, refill_every = 'HOUR'"],
		["by the month without a day", "refill_amount = 1, refill_every = 'MONTH'"],
		["on the 32nd", "refill_amount = 1, refill_every = 'MONTH', refill_day = 32"],
		["on a day of each day", "refill_amount = 1, refill_every = 'DAY', refill_day = 1"],
	])("cannot be stored %s", async (_name, change) => {
		const key = await keyWith(0);

		const update = world.owner.query(`update key_credits set ${change} where key_id = $1`, [key.id]);

		await expect(update).rejects.toMatchObject({ code: "23514" });
	});

	test.each([
		["2026-03-02T12:00:00Z", "DAY", null, "2026-03-03"],
		["2026-03-02T00:00:00Z", "DAY", null, "2026-03-03"],
		["2026-03-02T23:59:59.999Z", "DAY", null, "2026-03-03"],
		["2026-12-31T12:00:00Z", "DAY", null, "2027-01-01"],
		["2028-02-28T12:00:00Z", "DAY", null, "2028-02-29"],
		["2026-03-02T12:00:00Z", "MONTH", 1, "2026-04-01"],
		["2026-03-02T12:00:00Z", "MONTH", 2, "2026-04-02"],
		["2026-03-02T12:00:00Z", "MONTH", 3, "2026-03-03"],
		["2026-03-02T23:59:59.999Z", "MONTH", 3, "2026-03-03"],
		["2026-03-03T00:00:00Z", "MONTH", 3, "2026-04-03"],
		["2026-12-15T12:00:00Z", "MONTH", 1, "2027-01-01"],
		["2026-01-31T12:00:00Z", "MONTH", 31, "2026-02-28"],
		["2028-01-31T12:00:00Z", "MONTH", 31, "2028-02-29"],
		["2028-02-29T12:00:00Z", "MONTH", 31, "2028-03-31"],
		["2026-02-27T12:00:00Z", "MONTH", 30, "2026-02-28"],
		["2026-02-28T12:00:00Z", "MONTH", 29, "2026-03-29"],
		["2100-02-01T12:00:00Z", "MONTH", 29, "2100-02-28"],
		["2026-03-31T12:00:00Z", "MONTH", 31, "2026-04-30"],
		["2026-04-30T12:00:00Z", "MONTH", 31, "2026-05-31"],
	])("after %s, each %s (%s), is at midnight before %s in UTC", async (since, every, day, expected) => {
		const ask = async (zone: string) => {
			const { rows } = await world.owner.query<{ next: Date }>(
				`select set_config('timezone', '${zone}', true), latchkey_next_refill($1, $2, $3) as next`,
				[since, every, day],
			);
			return rows[0]?.next.toISOString();
		};

		for (const zone of ["UTC", "Pacific/Kiritimati", "America/Los_Angeles"]) {
			expect(await ask(zone)).toBe(`${expected}T00:00:00.000Z`);
		}
	});

	test("is never where there is none", async () => {
		const { rows } = await world.owner.query("select latchkey_next_refill(now(), null, null) as next");

		expect(rows).toEqual([{ next: null }]);
	});
});

describe("a rate window that processes share", () => {
	const MINUTE = 60_000;
	const startsAt = Date.parse("2026-03-02T12:00:00Z");
	const request = (keyId: string, changes: Partial<WindowRequest> = {}): WindowRequest => ({
		agencyId: agency.id,
		keyId,
		startsAt,
		seconds: 60,
		max: 100,
		already: 0,
		wanted: 1,
		...changes,
	});
	const take = async (keyId: string, changes: Partial<WindowRequest> = {}) =>
		(await leaseWindows(world.database, [request(keyId, changes)]))[0];

	test("gives what is wanted, a sixteenth of what is left at most, and the last one by one", async () => {
		const { id } = await makeKey(world, agency);

		expect(await take(id, { wanted: 3 })).toEqual({ granted: 3, used: 3 });
		expect(await take(id, { wanted: 50 })).toEqual({ granted: 6, used: 9 });
		expect(await take(id, { already: 90, wanted: 50 })).toEqual({ granted: 1, used: 100 });
		expect(await take(id)).toEqual({ granted: 0, used: 100 });
	});

	test("counts what was used without asking, also past the limit", async () => {
		const { id } = await makeKey(world, agency);

		expect(await take(id, { already: 120 })).toEqual({ granted: 0, used: 120 });
		expect(await take(id, { already: -50 })).toEqual({ granted: 0, used: 120 });
	});

	test("starts anew when the next one begins, and gives nothing of one that has passed", async () => {
		const { id } = await makeKey(world, agency);
		await take(id, { already: 100 });

		expect(await take(id, { startsAt: startsAt + MINUTE })).toEqual({ granted: 1, used: 1 });
		expect(await take(id, { already: 5 })).toMatchObject({ granted: 0 });
		expect(await take(id, { startsAt: startsAt + MINUTE })).toEqual({ granted: 1, used: 2 });
	});

	test("starts anew when its length is changed, be it shorter or longer", async () => {
		const { id } = await makeKey(world, agency);
		await take(id, { already: 100 });

		expect(await take(id, { seconds: 3_600 })).toEqual({ granted: 1, used: 1 });
		expect(await take(id, { seconds: 1, startsAt: startsAt - MINUTE })).toEqual({ granted: 1, used: 1 });
	});

	test("never gives more than the limit to many at once", async () => {
		const { id } = await makeKey(world, agency);

		const taken = await Promise.all(Array.from({ length: 200 }, () => take(id, { max: 50, wanted: 5 })));

		expect(taken.reduce((sum, lease) => sum + Number(lease?.granted), 0)).toBe(50);
	});

	test("is leased with others in one question, each in its place, and none for a key that has gone", async () => {
		const [first, second] = [await makeKey(world, agency), await makeKey(world, agency)];
		const requests = [request(second.id), request(newId()), request(first.id, { already: 7 })];

		expect(await leaseWindows(world.database, requests)).toEqual([
			{ granted: 1, used: 1 },
			null,
			{ granted: 1, used: 8 },
		]);
	});

	test("is leased to many who ask for the same keys in different orders without a deadlock", async () => {
		const keys = await Promise.all(Array.from({ length: 20 }, () => makeKey(world, agency)));
		const requests = keys.map(({ id }) => request(id, { max: 1_000 }));

		const leases = await Promise.all(
			Array.from({ length: 20 }, (_, round) =>
				leaseWindows(world.database, round % 2 === 0 ? requests : requests.toReversed()),
			),
		);

		expect(leases.flat().every((lease) => lease?.granted === 1)).toBe(true);
	});
});
