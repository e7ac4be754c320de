import { expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import { daysFrom, makeAgency, makeKey, type TestKey } from "#lib/testing/factories.ts";
import { testWorld } from "#lib/testing/world.ts";
import { deletePlaceHoursBefore } from "./housekeeping.ts";
import { recordUses, type UseCount } from "./usage.ts";

const world = await testWorld();
const ROUNDS = 100;

const hourOf = (round: number) => new Date(Date.UTC(2026, 0, 1, round)).toISOString();
const count = (key: TestKey, hour: string): UseCount => ({
	agency_id: key.agencyId,
	key_id: key.id,
	hour,
	verdict: "VALID",
	uses: 1,
});
const record = (keys: TestKey[], hour: string) =>
	recordUses(
		world.database,
		newId(),
		1,
		keys.map((key) => count(key, hour)),
		[],
	);
const usesOf = async (table: string, agencyId: string) =>
	(await world.owner.query(`select sum(uses)::int as uses from ${table} where place_id = $1`, [agencyId]))
		.rows[0].uses;

test("batches that know each other's new keys of the same agencies never wait in a circle", async () => {
	const [north, south] = [await makeAgency(world), await makeAgency(world)];
	const [northKnown, northNew] = [await makeKey(world, north), await makeKey(world, north)];
	const [southKnown, southNew] = [await makeKey(world, south), await makeKey(world, south)];

	for (let round = 0; round < ROUNDS; round++) {
		const hour = hourOf(round);
		await record([northKnown, southKnown], hour);
		await Promise.all([record([northKnown, southNew], hour), record([southKnown, northNew], hour)]);
	}

	for (const { id } of [north, south]) {
		expect(await usesOf("place_usage_hours", id)).toBe(3 * ROUNDS);
		expect(await usesOf("place_usage_days", id)).toBe(3 * ROUNDS);
	}
});

test("hours of places go after two weeks, and their days stay", async () => {
	const agency = await makeAgency(world);
	const key = await makeKey(world, agency);
	const now = new Date("2026-06-15T12:00:00Z");
	await record([key], "2026-06-01T11:00:00Z");
	await record([key], "2026-06-01T12:00:00Z");

	const forgotten = await deletePlaceHoursBefore(world.database, daysFrom(now, -14), 10_000);

	expect(forgotten).toBeGreaterThanOrEqual(1);
	expect(await usesOf("place_usage_hours", agency.id)).toBe(1);
	expect(await usesOf("place_usage_days", agency.id)).toBe(2);
});
