import { describe, expect, test } from "vitest";
import {
	contextFor,
	makeAgency,
	makeLocation,
	makePerson,
	type TestAgency,
	type TestLocation,
	type TestPerson,
} from "#lib/testing/factories.ts";
import { testWorld } from "#lib/testing/world.ts";
import { addToAgency } from "./add-to-agency.ts";
import { addToLocation } from "./add-to-location.ts";
import { listPlaces } from "./list-places.ts";

const world = await testWorld();

const joinAgency = (person: TestPerson, agency: TestAgency, role: "OWNER" | "ADMIN" | "MEMBER") =>
	addToAgency(contextFor(world, agency, { role: "OWNER" }), { personId: person.id, role });
const joinLocation = (person: TestPerson, location: TestLocation, role: "MANAGER" | "VIEWER") =>
	addToLocation(contextFor(world, { id: location.agencyId }, { role: "OWNER" }), {
		personId: person.id,
		locationId: location.id,
		role,
	});
const shown = ({ id, slug, name }: TestLocation) => ({ id, slug, name, isSuspended: false });

test("a person without a role goes nowhere", async () => {
	await makeLocation(world, await makeAgency(world));

	expect(await listPlaces(world.database, (await makePerson(world)).id)).toEqual([]);
});

describe("agency people", () => {
	test.each(["OWNER", "ADMIN", "MEMBER"] as const)("%s enters every location, by name", async (role) => {
		const agency = await makeAgency(world);
		const south = await makeLocation(world, agency, { name: "South" });
		const north = await makeLocation(world, agency, { name: "North" });
		await makeLocation(world, agency, { name: "Gone", deleted: true });
		await makeLocation(world, await makeAgency(world));
		const person = await makePerson(world);
		await joinAgency(person, agency, role);

		expect(await listPlaces(world.database, person.id)).toEqual([
			{
				agency,
				role,
				locations: [
					{ ...shown(north), role },
					{ ...shown(south), role },
				],
				grants: { agencyRole: role, locationRoles: new Map() },
			},
		]);
	});
});

describe("location people", () => {
	test("enter their own locations, and the agency itself not at all", async () => {
		const agency = await makeAgency(world);
		const own = await makeLocation(world, agency);
		await makeLocation(world, agency);
		const person = await makePerson(world);
		await joinLocation(person, own, "VIEWER");

		const places = await listPlaces(world.database, person.id);

		expect(places).toEqual([
			{
				agency,
				role: null,
				locations: [{ ...shown(own), role: "VIEWER" }],
				grants: { agencyRole: null, locationRoles: new Map([[own.id, "VIEWER"]]) },
			},
		]);
	});

	test("are told that their location is suspended, and keep their rights there", async () => {
		const agency = await makeAgency(world);
		const location = await makeLocation(world, agency, { suspended: true });
		const person = await makePerson(world);
		await joinLocation(person, location, "VIEWER");

		const [place] = await listPlaces(world.database, person.id);

		expect(place?.locations).toEqual([{ ...shown(location), isSuspended: true, role: "VIEWER" }]);
		expect(place?.grants.locationRoles.get(location.id)).toBe("VIEWER");
	});

	test("have no rights at a location that was deleted", async () => {
		const agency = await makeAgency(world);
		const [kept, gone] = [await makeLocation(world, agency), await makeLocation(world, agency)];
		const person = await makePerson(world);
		await joinLocation(person, kept, "MANAGER");
		await joinLocation(person, gone, "MANAGER");
		await world.owner.query("update locations set deleted_at = now() where id = $1", [gone.id]);

		const [place] = await listPlaces(world.database, person.id);

		expect(place?.locations.map((location) => location.id)).toEqual([kept.id]);
		expect([...(place?.grants.locationRoles.keys() ?? [])]).toEqual([kept.id]);
	});
});

test("in several agencies a person has in each the rights of that one alone", async () => {
	const [first, second] = [await makeAgency(world), await makeAgency(world)];
	const [ours, theirs] = [await makeLocation(world, first), await makeLocation(world, second)];
	await makeLocation(world, second);
	const person = await makePerson(world);
	await joinAgency(person, first, "ADMIN");
	await joinLocation(person, theirs, "MANAGER");

	const places = await listPlaces(world.database, person.id);

	expect(places.map((place) => [place.agency.id, place.role, place.locations.map(({ id }) => id)])).toEqual([
		[first.id, "ADMIN", [ours.id]],
		[second.id, null, [theirs.id]],
	]);
	expect(places[0]?.grants.locationRoles.size).toBe(0);
	expect(places[1]?.grants.agencyRole).toBeNull();
});
