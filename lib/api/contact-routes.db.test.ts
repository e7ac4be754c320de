import { afterEach, describe, expect, test } from "vitest";
import { scopesForLevel } from "#lib/core/scopes.ts";
import { makeContact, makeCustomField, storedContacts } from "#lib/testing/contacts.ts";
import { bodyOf, openEntrances, testSurroundings } from "#lib/testing/entrances.ts";
import { makeAgency, makeKey, makeLocation, minutesFrom, NOW } from "#lib/testing/factories.ts";
import { testWorld } from "#lib/testing/world.ts";

const world = await testWorld();
const { entrances, reported } = await openEntrances(testSurroundings(world.database));
const [entrance] = entrances;
if (!entrance) throw new Error("there is no entrance");
const { send } = entrance;

afterEach(() => expect(reported.splice(0)).toEqual([]));

async function scene(profile: object = {}) {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency);
	await world.owner.query("update locations set profile = $2 where id = $1", [location.id, profile]);
	const key = await makeKey(world, agency, { location, scopes: [...scopesForLevel("LOCATION")] });
	const call = async (method: string, path: string, body?: unknown) => {
		const headers = { Version: "2021-07-28", Authorization: `Bearer ${key.secret}` };
		const reply = await send(
			body === undefined
				? { method, path: `/api${path}`, headers }
				: {
						method,
						path: `/api${path}`,
						headers: { ...headers, "Content-Type": "application/json" },
						body: JSON.stringify(body),
					},
		);
		return { status: reply.status, body: bodyOf(reply) };
	};
	return { agency, location, call };
}

const DIALECTS = [
	{ v: "v1", created: 200, member: "customField", find: "lookup", phone: "phone" },
	{ v: "v2", created: 201, member: "customFields", find: "search/duplicate", phone: "number" },
] as const;

describe.each(DIALECTS)("contacts of API $v", ({ v, created, member, find, phone }) => {
	const path = `/${v}/contacts`;

	test.each([
		[{ name: "Ada  Lovelace\u00a0King" }, { firstName: "Ada", lastName: "Lovelace King" }],
		[
			{ name: "Ada King", firstName: "A." },
			{ firstName: "A.", lastName: "King" },
		],
		[
			{ name: null, email: "ada@example.com" },
			{ firstName: null, lastName: null },
		],
		[
			{ name: " ", email: "ada@example.com" },
			{ firstName: null, lastName: null },
		],
	])("%j names the contact as its parts would", async (given, names) => {
		const { call } = await scene();

		const { status, body } = await call("POST", path, given);

		expect([status, body]).toMatchObject([created, { contact: names }]);
	});

	test("a name that is longer than its parts may be is refused", async () => {
		const { call, location } = await scene();

		const { status, body } = await call("POST", path, { name: "A".repeat(101) });

		expect([status, body]).toMatchObject([422, { errors: [{ field: "name" }] }]);
		expect(await storedContacts(world, location)).toEqual([]);
	});

	test.each([undefined, {}, { tags: ["vip"], city: "Ham" }])(
		"nobody is made of %j, which names nobody",
		async (given) => {
			const { call, location } = await scene();

			const { status, body } = await call("POST", path, given);

			expect([status, body]).toMatchObject([422, { errors: [{ field: "firstName" }] }]);
			expect(await storedContacts(world, location)).toEqual([]);
		},
	);

	test("what was read can be sent back, and changes nothing", async () => {
		const { call, location } = await scene();
		const field = await makeCustomField(world, location);
		const given = { firstName: "Ada", email: "Ada@Example.com", phone: "+49301234567", tags: ["vip"] };
		const { id } = await makeContact(world, location, { ...given, customValues: { [field.id]: "8" } });
		const before = (await call("GET", `${path}/${id}`)).body.contact as object;

		const { status, body } = await call("PUT", `${path}/${id}`, before);

		expect(status).toBe(200);
		expect(body.contact).toEqual({ ...before, dateUpdated: expect.any(String) });
	});

	test("custom values come as a list or an object, by id or key, and numbers are text where text is asked for", async () => {
		const { call, location } = await scene();
		const field = await makeCustomField(world, location, { fieldKey: "contact.size" });
		const { id } = await makeContact(world, location);
		const save = async (values: unknown) =>
			((await call("PUT", `${path}/${id}`, { [member]: values })).body.contact as Record<string, unknown>)[
				member
			];

		expect(await save([{ id: field.id, value: "8" }])).toEqual([{ id: field.id, value: "8" }]);
		expect(await save([{ key: "size", field_value: 9 }])).toEqual([{ id: field.id, value: "9" }]);
		expect(await save({ "contact.size": "10" })).toEqual([{ id: field.id, value: "10" }]);
		expect(await save({ [field.id]: null })).toEqual([]);
	});

	test("a custom value that is left out clears nothing", async () => {
		const { call, location } = await scene();
		const field = await makeCustomField(world, location);
		const { id } = await makeContact(world, location, {
			firstName: "Ada",
			customValues: { [field.id]: "kept" },
		});

		const { status, body } = await call("PUT", `${path}/${id}`, {
			[member]: [{ id: field.id, fieldValue: "9" }],
		});

		expect([status, body]).toMatchObject([422, { errors: [{ field: expect.stringContaining(member) }] }]);
		expect(await storedContacts(world, location)).toMatchObject([{ custom_values: { [field.id]: "kept" } }]);
	});

	test("a custom value that is refused is named as the client sent it", async () => {
		const { call, location } = await scene();
		const field = await makeCustomField(world, location, { dataType: "NUMERICAL" });

		const { body } = await call("POST", path, { firstName: "Ada", [member]: { [field.id]: "many" } });

		expect(body).toMatchObject({ errors: [{ field: `${member}.${field.id}` }] });
	});

	test.each(["030 1234567", "49 30 1234567", "(0)30 / 123 45 67"])(
		"the number %s is read as people of the location dial, and found so",
		async (dialled) => {
			const { call } = await scene({ country: "Germany" });

			const made = await call("POST", path, { firstName: "Ada", phone: dialled });
			const found = await call("GET", `${path}/${find}?${phone}=${encodeURIComponent(dialled)}`);

			expect(made.body).toMatchObject({ contact: { phone: "+49301234567" } });
			expect(JSON.stringify(found.body)).toContain("+49301234567");
		},
	);

	test("without a country a number needs its code", async () => {
		const { call } = await scene();

		const { status, body } = await call("POST", path, { firstName: "Ada", phone: "030 1234567" });

		expect([status, body]).toMatchObject([
			422,
			{ errors: [{ field: "phone", message: expect.stringContaining("country code") }] },
		]);
	});

	test("a number that is the same when read is taken", async () => {
		const { call } = await scene({ country: "DE" });
		await call("POST", path, { firstName: "Ada", phone: "+49301234567" });

		const { status, body } = await call("POST", path, { firstName: "Eve", phone: "0301234567" });

		expect([status, body]).toMatchObject([409, { errors: [{ field: "phone" }] }]);
	});

	test("a plus that is not escaped is understood in a query", async () => {
		const { call, location } = await scene();
		const given = { email: "ada+news@example.com", phone: "+49301234567" };
		const { id } = await makeContact(world, location, given);
		const look = async (query: string) =>
			JSON.stringify((await call("GET", `${path}/${find}?${query}`)).body);

		expect(await look("email=ada+news@example.com")).toContain(id);
		expect(await look(`${phone}=+49301234567`)).toContain(id);
	});

	test("to look for nobody is refused", async () => {
		const { call } = await scene();

		const replies = [await call("GET", `${path}/${find}`), await call("GET", `${path}/${find}?email=`)];

		for (const { status, body } of replies) {
			expect([status, body]).toMatchObject([422, { errors: [{ field: "email" }] }]);
		}
	});

	test("a list read page by page has each contact once", async () => {
		const { call, location } = await scene();
		for (const minute of [1, 2, 3]) {
			await makeContact(world, location, { firstName: `No. ${minute}` }, minutesFrom(NOW, minute));
		}
		const names: unknown[] = [];
		let next: string | null = `${path}/?limit=2&startAfter=&startAfterId=&query=`;
		while (next) {
			const { body } = await call("GET", next.replace(/^.*\/api/, ""));
			const page = body as unknown as {
				contacts: { firstName: string }[];
				meta: { nextPageUrl: string | null };
			};
			names.push(...page.contacts.map(({ firstName }) => firstName));
			next = page.meta.nextPageUrl;
		}

		expect(names).toEqual(["No. 3", "No. 2", "No. 1"]);
	});

	test("half of where a page begins is refused, rather than the first page told again", async () => {
		const { call } = await scene();

		const { status, body } = await call("GET", `${path}/?startAfter=1795295173887`);

		expect([status, body]).toMatchObject([422, { errors: [{ field: "startAfterId" }] }]);
	});

	test("another location's contact is no place to read on from: it tells nothing of when it was made", async () => {
		const { agency, call, location } = await scene();
		await makeContact(world, location, { firstName: "Older" }, minutesFrom(NOW, -9));
		const sibling = await makeLocation(world, agency);
		const { id } = await makeContact(world, sibling, { firstName: "Theirs" });

		const { body } = await call("GET", `${path}/?startAfterId=${id}`);

		expect(body).toMatchObject({ contacts: [] });
	});
});
