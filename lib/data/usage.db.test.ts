import { describe, expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import { makeAgency, makeKey, type TestKey } from "#lib/testing/factories.ts";
import { testWorld } from "#lib/testing/world.ts";
import { type Contact, recordUses, type UseCount } from "./usage.ts";

const world = await testWorld();
const agency = await makeAgency(world);
const HOUR = "2026-03-02T12:00:00.000Z";

const count = (key: TestKey, changes: Partial<UseCount> = {}): UseCount => ({
	agency_id: key.agencyId,
	key_id: key.id,
	hour: HOUR,
	verdict: "VALID",
	uses: 1,
	...changes,
});
const contact = (key: TestKey, address: string | null, at = HOUR): Contact => ({
	agency_id: key.agencyId,
	key_id: key.id,
	address,
	client: "test/1.0",
	first_at: at,
	last_at: at,
});
const record = (writer: string, batch: number, counts: UseCount[], contacts: Contact[] = []) =>
	recordUses(world.database, writer, batch, counts, contacts);

const rowsOf = async (table: string, column: string, key: TestKey) =>
	(
		await world.owner.query(
			`select ${column}::text as at, verdict::text, uses::int from ${table} where key_id = $1 order by 1, 2`,
			[key.id],
		)
	).rows;
const hours = async (key: TestKey) =>
	(await rowsOf("key_usage_hours", "hour at time zone 'UTC'", key)).map(({ uses }) => uses);
const days = (key: TestKey) => rowsOf("key_usage_days", "day", key);

describe("a batch of uses", () => {
	test("counts once, however often it is sent", async () => {
		const key = await makeKey(world, agency);
		const writer = newId();

		for (let time = 0; time < 3; time++) await record(writer, 1, [count(key, { uses: 7 })]);
		expect(await hours(key)).toEqual([7]);
		await record(writer, 2, [count(key, { uses: 5 })]);
		await record(writer, 1, [count(key, { uses: 7 })]);

		expect(await hours(key)).toEqual([12]);
	});

	test("counts once, also when it is sent twice at the same moment", async () => {
		const key = await makeKey(world, agency);
		const writer = newId();

		await Promise.all(Array.from({ length: 5 }, () => record(writer, 1, [count(key, { uses: 7 })])));

		expect(await hours(key)).toEqual([7]);
	});

	test("is its writer's own: others' batches of the same number count as well", async () => {
		const key = await makeKey(world, agency);

		await Promise.all([1, 2, 3].map(() => record(newId(), 1, [count(key, { uses: 2 })])));

		expect(await hours(key)).toEqual([6]);
	});

	test("that fails counts nothing, and can be sent again", async () => {
		const key = await makeKey(world, agency);
		const writer = newId();
		const wrong = count(key, { hour: "no time" });

		await expect(record(writer, 1, [count(key), wrong])).rejects.toThrow();
		expect(await hours(key)).toEqual([]);
		await record(writer, 1, [count(key)]);

		expect(await hours(key)).toEqual([1]);
	});

	test("says the same by days as by hours, in UTC", async () => {
		const key = await makeKey(world, agency);

		await record(newId(), 1, [
			count(key, { hour: "2026-03-01T23:00:00Z", uses: 1 }),
			count(key, { hour: "2026-03-02T00:00:00Z", uses: 2 }),
			count(key, { hour: "2026-03-02T23:00:00Z", uses: 4 }),
			count(key, { hour: "2026-03-02T23:00:00Z", uses: 8, verdict: "EXPIRED" }),
		]);
		await record(newId(), 1, [count(key, { hour: "2026-03-02T01:00:00+02:00", uses: 16 })]);

		expect(await days(key)).toEqual([
			{ at: "2026-03-01", verdict: "VALID", uses: 17 },
			{ at: "2026-03-02", verdict: "EXPIRED", uses: 8 },
			{ at: "2026-03-02", verdict: "VALID", uses: 6 },
		]);
		const { rows } = await world.owner.query(
			`select (select sum(uses) from key_usage_hours where key_id = $1) =
				(select sum(uses) from key_usage_days where key_id = $1) as same`,
			[key.id],
		);
		expect(rows).toEqual([{ same: true }]);
	});

	test("of a key that has gone, or of another agency's, is passed over", async () => {
		const [key, gone] = [await makeKey(world, agency), await makeKey(world, agency)];
		await world.owner.query("delete from api_keys where id = $1", [gone.id]);
		const foreign = { agency_id: (await makeAgency(world)).id };

		await record(
			newId(),
			1,
			[count(gone), count(key, foreign), count(key)],
			[contact(gone, "203.0.113.7"), { ...contact(key, "203.0.113.8"), ...foreign }],
		);

		expect([await hours(gone), await hours(key)]).toEqual([[], [1]]);
	});
});

describe("new addresses of a key", () => {
	test("are told once each, and the first of all is none", async () => {
		const key = await makeKey(world, agency);
		const use = async (...addresses: (string | null)[]) =>
			(
				await record(
					newId(),
					1,
					[],
					addresses.map((address) => contact(key, address)),
				)
			)
				.map(({ address }) => address)
				.sort();

		expect(await use(null)).toEqual([]);
		expect(await use("203.0.113.1")).toEqual([]);
		expect(await use("203.0.113.1")).toEqual([]);
		expect(await use("203.0.113.1", "203.0.113.2", "2001:db8::1")).toEqual(["2001:db8::1", "203.0.113.2"]);
		expect(await use("203.0.113.2", "2001:db8::1", null)).toEqual([]);
		const { rows } = await world.owner.query(
			"select address, is_new from key_addresses where key_id = $1 order by 1",
			[key.id],
		);
		expect(rows).toEqual([
			{ address: "2001:db8::1", is_new: true },
			{ address: "203.0.113.1", is_new: false },
			{ address: "203.0.113.2", is_new: true },
		]);
	});

	test("are none when a key's first uses come from several at once", async () => {
		const key = await makeKey(world, agency);

		expect(
			await record(
				newId(),
				1,
				[],
				["203.0.113.1", "203.0.113.2"].map((one) => contact(key, one)),
			),
		).toEqual([]);
	});

	test("are told by one of the batches in which they are", async () => {
		const key = await makeKey(world, agency);
		await record(newId(), 1, [], [contact(key, "203.0.113.1")]);

		const told = await Promise.all(
			Array.from({ length: 8 }, () => record(newId(), 1, [], [contact(key, "203.0.113.2")])),
		);

		expect(told.flat()).toEqual([{ agency_id: agency.id, key_id: key.id, address: "203.0.113.2" }]);
	});

	test("are not told again with a batch that is sent again", async () => {
		const key = await makeKey(world, agency);
		await record(newId(), 1, [], [contact(key, "203.0.113.1")]);
		const writer = newId();

		const told = [1, 2].map(() => record(writer, 1, [], [contact(key, "203.0.113.2")]));

		expect((await Promise.all(told)).flat()).toHaveLength(1);
	});
});
