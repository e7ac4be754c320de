import { afterEach, expect, test } from "vitest";
import { scopesForLevel } from "#lib/core/scopes.ts";
import { makeContact, makeCustomField } from "#lib/testing/contacts.ts";
import { bodyOf, openEntrances, testSurroundings } from "#lib/testing/entrances.ts";
import { makeAgency, makeKey, makeLocation } from "#lib/testing/factories.ts";
import { testWorld } from "#lib/testing/world.ts";

const world = await testWorld();
const { entrances, reported } = await openEntrances(testSurroundings(world.database));
const [entrance] = entrances;
if (!entrance) throw new Error("there is no entrance");
const { send } = entrance;

afterEach(() => expect(reported.splice(0)).toEqual([]));

async function scene() {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency);
	const key = await makeKey(world, agency, { location, scopes: [...scopesForLevel("LOCATION")] });
	const field = await makeCustomField(world, location, {
		dataType: "SINGLE_OPTIONS",
		options: ["red", "blue"],
	});
	const headers = {
		Version: "2021-07-28",
		Authorization: `Bearer ${key.secret}`,
		"Content-Type": "application/json",
	};
	const path = `/api/v2/locations/${location.id}/customFields`;
	const ask = async (method: string, at: string, body?: unknown) => {
		const sent = body === undefined ? {} : { body: JSON.stringify(body) };
		const reply = await send({ method, path: `${path}${at}`, headers, ...sent });
		return { status: reply.status, body: bodyOf(reply) };
	};
	return { location, field, ask, put: (body: unknown) => ask("PUT", `/${field.id}`, body) };
}

test("a field that was read can be sent back with its options changed", async () => {
	const { ask, field, put } = await scene();
	const { customField } = (await ask("GET", `/${field.id}`)).body as { customField: object };

	const { status, body } = await put({ ...customField, picklistOptions: ["blue", "green", "red"] });

	expect([status, body]).toMatchObject([200, { customField: { picklistOptions: ["blue", "green", "red"] } }]);
});

test("a program calls an option otherwise, and is told who would lose one", async () => {
	const { location, field, put } = await scene();
	await makeContact(world, location, { firstName: "Ada", customValues: { [field.id]: "red" } });

	const renamed = await put({ options: [{ name: "crimson", was: "red" }, "blue"] });
	const refused = await put({ options: ["blue"] });
	const taken = await put({ options: ["blue"], removeFromContacts: true });

	expect(renamed.body).toMatchObject({ customField: { picklistOptions: ["crimson", "blue"] } });
	expect([refused.status, refused.body]).toMatchObject([
		409,
		{ detail: expect.stringContaining("1 contact has “crimson”"), errors: [{ field: "removeFromContacts" }] },
	]);
	expect(taken.body).toMatchObject({ customField: { picklistOptions: ["blue"] } });
});

test.each([
	[{}, "name"],
	[{ options: [] }, "options"],
	[{ options: ["red", "red"] }, "options"],
	[{ options: ["a\u0000"] }, "options.0"],
	[{ options: [{ name: "x", was: "never" }] }, "options"],
	[{ options: Array.from({ length: 51 }, (_, index) => `No. ${index}`) }, "options"],
	[{ options: "red" }, "options"],
	[{ name: "\u202e" }, "name"],
])("a change to %j is refused at the member, and changes nothing", async (change, field) => {
	const { put, ask, field: before } = await scene();

	const { status, body } = await put(change);

	expect([status, body]).toMatchObject([422, { errors: [{ field }] }]);
	expect((await ask("GET", `/${before.id}`)).body).toMatchObject({
		customField: { name: before.name, picklistOptions: ["red", "blue"] },
	});
});

test("a new field takes its options in either word", async () => {
	const { ask } = await scene();
	const make = async (more: object) =>
		(await ask("POST", "", { name: "Size", dataType: "CHECKBOX", ...more })).body;

	expect(await make({ picklistOptions: ["S", "L"] })).toMatchObject({
		customField: { picklistOptions: ["S", "L"] },
	});
	expect(await make({})).toMatchObject({ errors: [{ field: "options" }] });
});
