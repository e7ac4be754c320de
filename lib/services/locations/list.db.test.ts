import { describe, expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import { contextFor, makeAgency, makeKey, makeLocation, makePerson, NOW } from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { addToLocation } from "../people/add-to-location.ts";
import { describeDependents } from "./describe-dependents.ts";
import { type LocationQuery, listLocations } from "./list.ts";

const world = await testWorld();

const query = (change: Partial<LocationQuery> = {}): LocationQuery => ({
	search: "",
	sort: "name",
	direction: "asc",
	page: 1,
	pageSize: 10,
	...change,
});

/** Harbour has two keys, one of them in the trash, and a person; Hillside is suspended and has two keys. */
async function scene() {
	const agency = await makeAgency(world);
	const ctx = contextFor(world, agency, { role: "OWNER" });
	const hillside = await makeLocation(world, agency, { name: "Hillside", suspended: true });
	const harbour = await makeLocation(world, agency, { name: "Old Harbour" });
	await makeLocation(world, agency, { name: "Gone", deleted: true });
	await makeLocation(world, await makeAgency(world), { name: "Elsewhere" });
	for (const location of [hillside, hillside, harbour]) await makeKey(world, agency, { location });
	await makeKey(world, agency, { location: harbour, deletedAt: NOW });
	await addToLocation(ctx, {
		personId: (await makePerson(world)).id,
		locationId: harbour.id,
		role: "VIEWER",
	});
	return { agency, ctx, harbour, hillside };
}

describe("the list", () => {
	test("tells each location of the agency, its keys outside of the trash and its people", async () => {
		const { ctx, harbour, hillside } = await scene();

		const { rows, total } = await listLocations(ctx, query());

		const createdAt = NOW.toISOString();
		const { id, slug, name } = hillside;
		expect(total).toBe(2);
		expect(rows).toEqual([
			{ id, slug, name, status: "Suspended", keys: 2, people: 0, createdAt },
			{
				id: harbour.id,
				slug: harbour.slug,
				name: "Old Harbour",
				status: "Open",
				keys: 1,
				people: 1,
				createdAt,
			},
		]);
	});

	test.each([
		["name", "desc", ["Old Harbour", "Hillside"]],
		["status", "asc", ["Old Harbour", "Hillside"]],
		["keys", "desc", ["Hillside", "Old Harbour"]],
		["people", "desc", ["Old Harbour", "Hillside"]],
		["created", "asc", ["Hillside", "Old Harbour"]],
	] as const)("is put in order by %s, %s", async (sort, direction, names) => {
		const { ctx } = await scene();

		const { rows } = await listLocations(ctx, query({ sort, direction }));

		expect(rows.map(({ name }) => name)).toEqual(names);
	});

	test.each([
		["HARB", ["Old Harbour"]],
		["old  harbour", ["Old Harbour"]],
		["%", []],
		["\0", []],
	])("finds by a part of the name: %j", async (search, names) => {
		const { ctx } = await scene();

		const { rows, total } = await listLocations(ctx, query({ search }));

		expect(rows.map(({ name }) => name)).toEqual(names);
		expect(total).toBe(names.length);
	});

	test("comes in pages", async () => {
		const { ctx } = await scene();

		const { rows, total } = await listLocations(ctx, query({ page: 2, pageSize: 1 }));

		expect(rows.map(({ name }) => name)).toEqual(["Old Harbour"]);
		expect(total).toBe(2);
	});

	test.each(["MANAGER", "VIEWER"] as const)("does not exist for a location's %s", async (role) => {
		const { agency, harbour } = await scene();

		const refusal = await refusalOf(
			listLocations(contextFor(world, agency, { role, location: harbour }), query()),
		);

		expect(refusal.code).toBe("not_found");
	});
});

describe("what depends on a location", () => {
	test("is counted: keys, people, and requests of the last day", async () => {
		const { agency, ctx, harbour } = await scene();
		const key = await makeKey(world, agency, { location: harbour });
		await world.owner.query(
			`insert into key_usage_hours (agency_id, key_id, hour, verdict, uses)
				values ($1, $2, $3, 'VALID', 7), ($1, $2, $3::timestamptz - interval '2 days', 'VALID', 5)`,
			[agency.id, key.id, NOW],
		);

		const dependents = await describeDependents(ctx, { locationId: harbour.id });

		expect(dependents).toEqual({ keys: 2, people: 1, requestsLastDay: 7 });
	});

	test("is told neither of another agency's location nor of one that never existed", async () => {
		const { harbour } = await scene();
		const stranger = contextFor(world, await makeAgency(world), { role: "OWNER" });

		const refusal = await refusalOf(describeDependents(stranger, { locationId: harbour.id }));

		expect(refusal).toEqual(await refusalOf(describeDependents(stranger, { locationId: newId() })));
		expect(refusal.code).toBe("not_found");
	});
});
