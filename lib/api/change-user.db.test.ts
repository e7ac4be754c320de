import { afterEach, expect, test } from "vitest";
import { type Scope, scopesForLevel } from "#lib/core/scopes.ts";
import { bodyOf, openEntrances, testSurroundings } from "#lib/testing/entrances.ts";
import {
	auditTrail,
	makeAgency,
	makeKey,
	makeLocation,
	makeMember,
	makePerson,
} from "#lib/testing/factories.ts";
import { makeAgencyPerson, storedRoles } from "#lib/testing/people.ts";
import { testWorld } from "#lib/testing/world.ts";

const world = await testWorld();
const { entrances, reported } = await openEntrances(testSurroundings(world.database));
const [entrance] = entrances;
if (!entrance) throw new Error("there is no entrance");
const { send } = entrance;

afterEach(() => expect(reported.splice(0)).toEqual([]));

const EVERY_KEY_SCOPE: Scope[] = [...scopesForLevel("LOCATION"), "users.write", "keys.write"];

/** An agency with two locations, and a program that may change its people. */
async function scene(scopes = EVERY_KEY_SCOPE) {
	const agency = await makeAgency(world);
	const [first, second] = [await makeLocation(world, agency), await makeLocation(world, agency)];
	const key = await makeKey(world, agency, { scopes });
	const call = async (method: string, path: string, body?: object, headers: Record<string, string> = {}) => {
		const reply = await send({
			method,
			path,
			headers: {
				Authorization: `Bearer ${key.secret}`,
				Version: "2021-07-28",
				...(body && { "Content-Type": "application/json" }),
				...headers,
			},
			...(body && { body: JSON.stringify(body) }),
		});
		return { status: reply.status, body: bodyOf(reply) };
	};
	return { agency, first, second, call };
}

type Scene = Awaited<ReturnType<typeof scene>>;

async function mixedPerson({ agency, first, second }: Scene) {
	const person = await makePerson(world);
	await makeMember(world, agency, person, "MANAGER", first);
	await makeMember(world, agency, person, "VIEWER", second);
	return person;
}

test("a client that sends back what it has read changes nothing", async () => {
	const place = await scene();
	const person = await mixedPerson(place);
	const owner = await makeAgencyPerson(world, place.agency, "OWNER");
	await makeMember(world, place.agency, owner, "MANAGER", place.first);
	const before = await storedRoles(world, place.agency);

	for (const { id } of [person, owner]) {
		const { firstName, lastName, email, roles } = (await place.call("GET", `/api/v2/users/${id}`)).body as {
			roles: { type: string; role: string; locationIds: string[] };
		} & Record<string, unknown>;
		const { type, role, locationIds } = roles;
		const sent = { firstName, lastName, email, type, role, locationIds };
		expect((await place.call("PUT", `/api/v2/users/${id}`, sent)).status).toBe(200);
		expect((await place.call("PUT", `/api/v1/users/${id}`, {})).status).toBe(200);
	}

	expect(await storedRoles(world, place.agency)).toEqual(before);
	expect(await auditTrail(world, place.agency)).toEqual([]);
});

test("another place leaves somebody's roles at the others as they are", async () => {
	const place = await scene();
	const person = await mixedPerson(place);
	const third = await makeLocation(world, place.agency);
	const locationIds = [place.second.id, third.id];

	const { status } = await place.call("PUT", `/api/v2/users/${person.id}`, { locationIds });

	expect(status).toBe(200);
	expect(await storedRoles(world, place.agency)).toEqual([
		{ id: person.id, location: place.second.id, role: "VIEWER" },
		{ id: person.id, location: third.id, role: "MANAGER" },
	]);
});

test("a role in the agency changes without those at locations", async () => {
	const place = await scene(["users.write"]);
	const person = await makeAgencyPerson(world, place.agency, "MEMBER");
	await makeMember(world, place.agency, person, "VIEWER", place.first);

	const promoted = await place.call("PUT", `/api/v2/users/${person.id}`, { role: "admin" });
	const kept = await place.call("PUT", `/api/v2/users/${person.id}`, { role: "user" });

	expect([promoted.status, kept.status]).toEqual([403, 200]);
	expect(await storedRoles(world, place.agency)).toHaveLength(2);
});

test("somebody who no longer reaches the place that is named is told all the same", async () => {
	const place = await scene();
	const person = await mixedPerson(place);
	const headers = { "Location-Id": place.first.id };

	const { status, body } = await place.call(
		"PUT",
		`/api/v2/users/${person.id}`,
		{ locationIds: [place.second.id] },
		headers,
	);

	expect(status).toBe(200);
	expect(body).toMatchObject({ roles: { role: "user", locationIds: [place.second.id] } });
});

test.each([
	["AGENCY", "users.readonly", "/api/v2/users?locationId={}"],
	["AGENCY", "users.readonly", "/api/v1/users?locationId={}"],
	["LOCATION", "locations.readonly", "/api/v1/users/location"],
] as const)("a READONLY %s key with %s reads %s", async (level, scope, path) => {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency);
	const person = await makeMember(world, agency, await makePerson(world), "VIEWER", location);
	const place = level === "LOCATION" ? { location } : {};
	const key = await makeKey(world, agency, { ...place, role: "READONLY", scopes: [scope] });
	const headers = { Authorization: `Bearer ${key.secret}`, Version: "2021-07-28" };

	const reply = await send({ path: path.replace("{}", location.id), headers });

	expect(reply.status).toBe(200);
	expect(bodyOf(reply)).toMatchObject({ users: [{ id: person.id }] });
});
