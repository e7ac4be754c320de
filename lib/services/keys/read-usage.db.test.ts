import { describe, expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import type { VerdictCode } from "#lib/core/verdicts.ts";
import {
	contextFor,
	daysFrom,
	makeAgency,
	makeKey,
	makeLocation,
	minutesFrom,
	NOW,
	type TestKey,
} from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { readUsage, type UsageQuery } from "./read-usage.ts";

const world = await testWorld();

async function arrange() {
	const agency = await makeAgency(world);
	return { agency, key: await makeKey(world, agency), ctx: contextFor(world, agency, { role: "MEMBER" }) };
}

const use = ({ agencyId, id }: TestKey, at: string, verdict: VerdictCode, uses: number) =>
	world.owner.query(
		`with hours as (insert into key_usage_hours values ($1, $2, date_trunc('hour', $3::timestamptz, 'UTC'), $4, $5))
			insert into key_usage_days values ($1, $2, ($3::timestamptz at time zone 'UTC')::date, $4, $5)
				on conflict (agency_id, key_id, day, verdict) do update set uses = key_usage_days.uses + excluded.uses`,
		[agencyId, id, at, verdict, uses],
	);

const query = (key: { id: string }, changes: Partial<UsageQuery> = {}): UsageQuery => ({
	keyId: key.id,
	from: daysFrom(NOW, -1),
	to: NOW,
	by: "hour",
	...changes,
});

describe("the counts", () => {
	async function arrangeUse() {
		const { agency, key, ctx } = await arrange();
		await use(key, "2026-02-28T23:59:00Z", "VALID", 1);
		await use(key, "2026-03-01T00:00:00Z", "VALID", 20);
		await use(key, "2026-03-01T00:00:00Z", "RATE_LIMITED", 300);
		await use(key, "2026-03-01T23:00:00Z", "VALID", 4_000);
		await use(key, "2026-03-02T00:00:00Z", "DISABLED", 50_000);
		await use(await makeKey(world, agency), "2026-03-01T00:00:00Z", "VALID", 9);
		return { key, ctx };
	}

	test("by hour are those of every hour that the range touches, oldest first, and no others", async () => {
		const { key, ctx } = await arrangeUse();

		const { counts } = await readUsage(
			ctx,
			query(key, { from: new Date("2026-03-01T00:59:59.999Z"), to: new Date("2026-03-01T23:00:00.001Z") }),
		);

		expect(counts).toEqual([
			{ at: "2026-03-01T00:00:00.000Z", verdict: "VALID", uses: 20 },
			{ at: "2026-03-01T00:00:00.000Z", verdict: "RATE_LIMITED", uses: 300 },
			{ at: "2026-03-01T23:00:00.000Z", verdict: "VALID", uses: 4_000 },
		]);
	});

	test("by hour end before the hour that the range ends with", async () => {
		const { key, ctx } = await arrangeUse();

		const { counts } = await readUsage(
			ctx,
			query(key, { from: new Date("2026-03-01T01:00:00Z"), to: new Date("2026-03-01T23:00:00Z") }),
		);

		expect(counts).toEqual([]);
	});

	test("by day are sums of the day in UTC", async () => {
		const { key, ctx } = await arrangeUse();
		const byDay = (from: string, to: string) =>
			readUsage(ctx, query(key, { by: "day", from: new Date(from), to: new Date(to) }));
		const march1 = [
			{ at: "2026-03-01T00:00:00.000Z", verdict: "VALID", uses: 4_020 },
			{ at: "2026-03-01T00:00:00.000Z", verdict: "RATE_LIMITED", uses: 300 },
		];

		expect((await byDay("2026-03-01T12:00:00Z", "2026-03-02T00:00:00Z")).counts).toEqual(march1);
		expect((await byDay("2026-03-01T12:00:00Z", "2026-03-02T00:00:01Z")).counts).toEqual([
			...march1,
			{ at: "2026-03-02T00:00:00.000Z", verdict: "DISABLED", uses: 50_000 },
		]);
	});
});

describe("the last use and the addresses", () => {
	test("are none for a key that nobody used", async () => {
		const { key, ctx } = await arrange();

		expect(await readUsage(ctx, query(key))).toEqual({ counts: [], lastUse: null, addresses: [] });
	});

	test("are told whatever the range", async () => {
		const { agency, key, ctx } = await arrange();
		const at = daysFrom(NOW, -90);
		await world.owner.query(
			"update key_last_uses set last_used_at = $2, address = '203.0.113.1', client = 'curl/8.5' where key_id = $1",
			[key.id, at],
		);
		await world.owner.query("insert into key_addresses values ($1, $2, '203.0.113.1', $3, $4, true)", [
			agency.id,
			key.id,
			daysFrom(at, -1),
			at,
		]);

		const { lastUse, addresses } = await readUsage(ctx, query(key));

		expect(lastUse).toEqual({ at: at.toISOString(), address: "203.0.113.1", client: "curl/8.5" });
		expect(addresses).toEqual([
			{
				address: "203.0.113.1",
				firstSeenAt: daysFrom(at, -1).toISOString(),
				lastSeenAt: at.toISOString(),
				isNew: true,
			},
		]);
	});

	test("are the hundred addresses that were seen last", async () => {
		const { agency, key, ctx } = await arrange();
		await world.owner.query(
			`insert into key_addresses select $1, $2, '198.51.100.' || n, $3, $3::timestamptz - n * interval '1 minute'
				from generate_series(1, 101) n`,
			[agency.id, key.id, NOW],
		);

		const { addresses } = await readUsage(ctx, query(key));

		expect(addresses).toHaveLength(100);
		expect(addresses[0]).toMatchObject({
			address: "198.51.100.1",
			lastSeenAt: minutesFrom(NOW, -1).toISOString(),
		});
		expect(addresses.map(({ address }) => address)).not.toContain("198.51.100.101");
	});
});

describe("a range", () => {
	test.each([
		["hour", 31],
		["day", 400],
	] as const)("by %s may span %i days and no more", async (by, days) => {
		const { key, ctx } = await arrange();
		const spanning = (ms: number) =>
			readUsage(ctx, query(key, { by, from: new Date(daysFrom(NOW, -days).getTime() - ms) }));

		expect((await spanning(0)).counts).toEqual([]);
		expect(await refusalOf(spanning(1))).toMatchObject({
			code: "invalid_input",
			fields: [{ field: "from" }],
		});
	});

	test.each([
		["nothing", NOW],
		["time that runs backwards", minutesFrom(NOW, 1)],
		["no time at all", new Date(Number.NaN)],
	])("cannot be %s", async (_, from) => {
		const { key, ctx } = await arrange();

		expect(await refusalOf(readUsage(ctx, query(key, { from })))).toMatchObject({
			code: "invalid_input",
			fields: [{ field: "to" }],
		});
	});
});

describe("who may read it", () => {
	test("those who may read the key", async () => {
		const agency = await makeAgency(world);
		const location = await makeLocation(world, agency);
		const key = await makeKey(world, agency, { location });

		for (const role of ["OWNER", "ADMIN", "MEMBER", "MANAGER", "VIEWER"] as const) {
			const ctx = contextFor(world, agency, { role, location });
			expect(await readUsage(ctx, query(key))).toMatchObject({ counts: [] });
		}
	});

	// A different answer would tell a stranger which ids exist.
	test("to everybody else the key is one that never existed, and so is one in the trash", async () => {
		const agency = await makeAgency(world);
		const location = await makeLocation(world, agency);
		const sibling = await makeLocation(world, agency);
		const agencyKey = await makeKey(world, agency);
		const key = await makeKey(world, agency, { location });
		const gone = await makeKey(world, agency, { location, deletedAt: NOW });
		const manager = contextFor(world, agency, { role: "MANAGER", location });
		const absent = await refusalOf(readUsage(manager, query({ id: newId() })));

		expect(absent.code).toBe("not_found");
		for (const [ctx, asked] of [
			[manager, agencyKey],
			[manager, gone],
			[contextFor(world, agency, { role: "MANAGER", location: sibling }), key],
			[contextFor(world, await makeAgency(world), { role: "OWNER" }), key],
		] as const) {
			expect(await refusalOf(readUsage(ctx, query(asked)))).toEqual(absent);
		}
	});
});
