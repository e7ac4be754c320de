import { describe, expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import {
	contextFor,
	makeAgency,
	makeLocation,
	makeMember,
	makePerson,
	NOW,
	type TestAgency,
	type TestPerson,
} from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { makeAgencyPerson, signedInSession } from "#lib/testing/people.ts";
import { testWorld } from "#lib/testing/world.ts";
import { listPeople, type PeopleQuery } from "./list.ts";

const world = await testWorld();

const everybody: PeopleQuery = { locationId: null, search: "", page: 1, pageSize: 25 };
const asOwner = (agency: TestAgency) => contextFor(world, agency, { role: "OWNER" });
const whoIs = ({ id, name, email }: TestPerson) => ({ id, name, email });

describe("an agency's people", () => {
	test("are those with a role in it or at its locations, and nobody else", async () => {
		const [agency, other] = [await makeAgency(world), await makeAgency(world)];
		const location = await makeLocation(world, agency);
		const gone = await makeLocation(world, agency, { deleted: true });
		const admin = await makeAgencyPerson(world, agency, "ADMIN");
		const viewer = await makePerson(world);
		await makeMember(world, agency, viewer, "VIEWER", location);
		await makeMember(world, agency, await makePerson(world), "VIEWER", gone);
		await makeAgencyPerson(world, other, "OWNER");
		await makeMember(world, other, admin, "OWNER");

		const { rows, total } = await listPeople(asOwner(agency), everybody);

		expect(total).toBe(2);
		expect(rows).toEqual([
			{
				...whoIs(admin),
				isYou: false,
				agencyRole: "ADMIN",
				locationRoles: [],
				lastSeenAt: null,
				hasSecondFactor: false,
			},
			{
				...whoIs(viewer),
				isYou: false,
				agencyRole: null,
				locationRoles: [{ id: location.id, name: location.name, role: "VIEWER" }],
				lastSeenAt: null,
				hasSecondFactor: false,
			},
		]);
	});

	test("are told with their last sign of life and whether a second factor counts", async () => {
		const agency = await makeAgency(world);
		const [person, unconfirmed] = [
			await makeAgencyPerson(world, agency, "MEMBER"),
			await makeAgencyPerson(world, agency, "MEMBER"),
		];
		await signedInSession(world, person);
		for (const [{ id }, confirmedAt] of [
			[person, NOW],
			[unconfirmed, null],
		] as const) {
			await world.owner.query("insert into second_factors values ($1, $2, '', 'k', $3, $4)", [
				id,
				newId(),
				NOW,
				confirmedAt,
			]);
		}

		const { rows } = await listPeople(contextFor(world, agency, { role: "MEMBER", person }), everybody);

		expect(rows).toMatchObject([
			{ isYou: true, lastSeenAt: NOW.toISOString(), hasSecondFactor: true },
			{ isYou: false, lastSeenAt: null, hasSecondFactor: false },
		]);
	});

	test.each([
		["ADA", ["Ada Lovelace"]],
		["love", ["Ada Lovelace"]],
		["@work.test", ["Ada Lovelace", "Ben"]],
		["%", []],
		["_", []],
		["\0", []],
	])("searched by %j are %j", async (search, names) => {
		const agency = await makeAgency(world);
		for (const name of ["Ada Lovelace", "Ben"]) {
			const person = await makeAgencyPerson(world, agency, "MEMBER");
			await world.owner.query("update users set name = $2, email = $3 where id = $1", [
				person.id,
				name,
				// Ids have letters, which a search may find.
				`${person.id.replaceAll(/\D/g, "")}@work.test`,
			]);
		}

		const { rows } = await listPeople(asOwner(agency), { ...everybody, search });

		expect(rows.map(({ name }) => name)).toEqual(names);
	});

	test("come page by page, each once", async () => {
		const agency = await makeAgency(world);
		for (let made = 0; made < 5; made++) await makeAgencyPerson(world, agency, "MEMBER");

		const pages = [];
		for (const page of [1, 2, 3]) {
			pages.push((await listPeople(asOwner(agency), { ...everybody, page, pageSize: 2 })).rows);
		}

		expect(pages.map((rows) => rows.length)).toEqual([2, 2, 1]);
		expect(new Set(pages.flat().map(({ id }) => id)).size).toBe(5);
	});
});

describe("a location's people", () => {
	test("are its own, with their role there, and the agency people who reach it", async () => {
		const agency = await makeAgency(world);
		const [here, there] = [await makeLocation(world, agency), await makeLocation(world, agency)];
		const owner = await makeAgencyPerson(world, agency, "OWNER");
		const both = await makePerson(world);
		for (const location of [here, there]) await makeMember(world, agency, both, "MANAGER", location);
		await makeMember(world, agency, await makePerson(world), "VIEWER", there);

		const { rows } = await listPeople(contextFor(world, agency, { role: "MANAGER", location: here }), {
			...everybody,
			locationId: here.id,
		});

		expect(rows.map(({ id, agencyRole, locationRoles }) => [id, agencyRole, locationRoles])).toEqual([
			[owner.id, "OWNER", []],
			[both.id, null, [{ id: here.id, name: here.name, role: "MANAGER" }]],
		]);
	});
});

test("lists are for those who may see the people there", async () => {
	const agency = await makeAgency(world);
	const [location, sibling] = [await makeLocation(world, agency), await makeLocation(world, agency)];
	const manager = contextFor(world, agency, { role: "MANAGER", location });

	const refusals = [
		await refusalOf(listPeople(manager, everybody)),
		await refusalOf(listPeople(manager, { ...everybody, locationId: sibling.id })),
		await refusalOf(
			listPeople(contextFor(world, agency, { role: "VIEWER", location }), {
				...everybody,
				locationId: location.id,
			}),
		),
	];

	expect(refusals.map(({ code }) => code)).toEqual(["not_found", "not_found", "not_found"]);
});
