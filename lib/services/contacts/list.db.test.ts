import { expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { makeContact } from "#lib/testing/contacts.ts";
import { contextFor, makeAgency, makeLocation, minutesFrom, NOW } from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { getContact } from "./get.ts";
import { type ContactQuery, listContacts, listContactsAfter, listTags } from "./list.ts";
import { lookUpContact } from "./lookup.ts";

const world = await testWorld();

const QUERY = { search: "", tag: null, sort: "name", direction: "asc", page: 1, pageSize: 25 } as const;

async function scene() {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency);
	const ctx = contextFor(world, agency, { role: "VIEWER", location });
	const add = (given: object, minutes = 0) => makeContact(world, location, given, minutesFrom(NOW, minutes));
	await add({ firstName: "Ada", lastName: "King", email: "ada@example.com", tags: ["vip"] }, 1);
	await add({ firstName: "grace", lastName: "Hopper", phone: "+49301234567", tags: ["vip", "lead"] }, 2);
	await add({ companyName: "50% Off_Ltd" }, 3);
	await makeContact(world, await makeLocation(world, agency), { firstName: "Elsewhere" });
	const ask = async (query: Partial<ContactQuery>) => {
		const { rows, total } = await listContacts(ctx, { ...QUERY, locationId: location.id, ...query });
		return { names: rows.map((row) => row.firstName ?? row.companyName), total };
	};
	return { agency, location, ctx, ask };
}

test.each([
	["", ["50% Off_Ltd", "Ada", "grace"]],
	["ADA k", ["Ada"]],
	["example.com", ["Ada"]],
	["030 123", ["grace"]],
	["+49 (30) 1234567", ["grace"]],
	["50% off_", ["50% Off_Ltd"]],
	["%", ["50% Off_Ltd"]],
	["nobody", []],
	["\0", []],
])("a search for “%s” finds names, addresses and numbers", async (search, names) => {
	const { ask } = await scene();

	expect(await ask({ search })).toEqual({ names, total: names.length });
});

test.each(["José  Ángel", "ＷＩＤＥ Name", "Groß\u00a0Ärger", "Ada King-Noel"])(
	"“%s” is found however it is cased and spaced",
	async (firstName) => {
		const { ask, location } = await scene();
		await makeContact(world, location, { firstName });

		const typed = firstName.normalize("NFKC").toUpperCase().replace("SS", "ß").replace(/\s+/gu, "  ");

		expect(await ask({ search: typed })).toMatchObject({ total: 1 });
	},
);

test("what is changed is found by its new name, and no more by the old", async () => {
	const { ask, location } = await scene();
	const { id } = await makeContact(world, location, { lastName: "Formerly" });
	await world.owner.query("update contacts set last_name = 'Lately' where id = $1", [id]);

	expect(await ask({ search: "lately" })).toMatchObject({ total: 1 });
	expect(await ask({ search: "formerly" })).toMatchObject({ total: 0 });
});

test("among many contacts a look-up reads an index, also behind row-level security", async () => {
	const { agency, location } = await scene();
	await world.owner.query(
		`insert into contacts (agency_id, location_id, id, email, email_folded, phone, created_at, updated_at)
			select $1, $2, gen_random_uuid(), n || '@example.com', n || '@example.com', '+4930' || n, $3, $3
			from generate_series(1000000, 1005000) n`,
		[agency.id, location.id, NOW],
	);
	await world.owner.query("analyze contacts");
	const place = { agencyId: agency.id, locationId: location.id };

	const plans = await transactAs(world.database, place, async (tx) => [
		await tx.$queryRaw`explain select id from contacts where agency_id = ${place.agencyId}::uuid
			and location_id = ${place.locationId}::uuid and email_folded = '1002000@example.com'`,
		await tx.$queryRaw`explain select id from contacts where agency_id = ${place.agencyId}::uuid
			and location_id = ${place.locationId}::uuid and phone = '+49301002000'`,
		await tx.$queryRaw`explain select id from contacts where agency_id = ${place.agencyId}::uuid
			and location_id = ${place.locationId}::uuid order by created_at desc, id desc limit 25`,
	]);

	expect(plans.map((plan) => JSON.stringify(plan))).toEqual([
		expect.stringMatching(/Index.*email_folded_key/),
		expect.stringMatching(/Index.*phone_key/),
		expect.stringMatching(/Index.*created_at_id_idx/),
	]);
});

test("a tag narrows the list, and each tag is counted", async () => {
	const { ask, ctx, location } = await scene();

	expect(await ask({ tag: "vip" })).toEqual({ names: ["Ada", "grace"], total: 2 });
	expect(await ask({ tag: "lead", search: "ada" })).toEqual({ names: [], total: 0 });
	expect(await listTags(ctx, { locationId: location.id })).toEqual([
		{ tag: "vip", contacts: 2 },
		{ tag: "lead", contacts: 1 },
	]);
});

test("lists sort by what they are asked for, and are cut into pages", async () => {
	const { ask } = await scene();

	expect((await ask({ sort: "created", direction: "desc" })).names).toEqual(["50% Off_Ltd", "grace", "Ada"]);
	expect((await ask({ sort: "email" })).names[0]).toBe("Ada");
	expect(await ask({ sort: "name", pageSize: 2, page: 2 })).toEqual({ names: ["grace"], total: 3 });
});

test("a program that reads on meets each contact once, also when one is made meanwhile", async () => {
	const { ctx, location } = await scene();
	const ask = async (after: { id: string; at: Date | null } | null) =>
		(await listContactsAfter(ctx, { locationId: location.id, search: "", tag: null, limit: 2, after })).rows;

	const first = await ask(null);
	await makeContact(world, location, { firstName: "New" }, minutesFrom(NOW, 9));
	const last = first.at(-1);
	const byId = await ask({ id: last?.id ?? "", at: null });
	const byTime = await ask({ id: last?.id ?? "", at: last?.createdAt ?? null });

	expect(first.map((row) => row.firstName)).toEqual([null, "grace"]);
	expect(byId.map((row) => row.firstName)).toEqual(["Ada"]);
	expect(byTime).toEqual(byId);
	expect(await ask({ id: newId(), at: null })).toEqual([]);
});

test("the address is looked for before the number", async () => {
	const { ctx, location } = await scene();
	const ask = (fields: { email?: string; phone?: string }) =>
		lookUpContact(ctx, { locationId: location.id, ...fields });

	expect(await ask({ email: "ADA@example.com", phone: "+49301234567" })).toMatchObject({ firstName: "Ada" });
	expect(await ask({ email: "no@example.com", phone: "+49301234567" })).toMatchObject({ firstName: "grace" });
	expect(await ask({})).toBeNull();
});

test("to neighbours a place and its contacts do not exist", async () => {
	const { agency, location } = await scene();
	const { id: contactId } = await makeContact(world, location);
	const other = await makeAgency(world);
	const sibling = await makeLocation(world, agency);

	for (const ctx of [
		contextFor(world, other, { role: "OWNER" }),
		contextFor(world, agency, { role: "MANAGER", location: sibling }),
	]) {
		const absent = await refusalOf(getContact(ctx, { contactId: newId() }));
		expect(await refusalOf(getContact(ctx, { contactId }))).toEqual(absent);
		expect(await refusalOf(listContacts(ctx, { ...QUERY, locationId: location.id }))).toEqual(absent);
		expect(await refusalOf(listTags(ctx, { locationId: location.id }))).toEqual(absent);
		expect(await refusalOf(lookUpContact(ctx, { locationId: location.id }))).toEqual(absent);
	}
});
