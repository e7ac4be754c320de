import { expect, test, vi } from "vitest";
import { ContactChange } from "#lib/core/crm/contact-fields.ts";
import { newId } from "#lib/core/ids.ts";
import { transactAs } from "#lib/data/transaction.ts";
import {
	allAtOnce,
	makeContact,
	makeWaitingWorkflow,
	startedFor,
	storedContacts,
} from "#lib/testing/contacts.ts";
import { contextFor, makeAgency, makeLocation, NOW, type TestLocation } from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { createContact } from "./create.ts";
import { saveContact } from "./save.ts";

const world = await testWorld();

const aLocation = async () => makeLocation(world, await makeAgency(world));

const save = ({ agencyId, id }: TestLocation, given: unknown, mode: "create" | "upsert") =>
	transactAs(world.database, { agencyId }, (tx) =>
		saveContact(tx, { agencyId, now: NOW }, id, ContactChange.parse(given), mode),
	);

test("a new contact starts what waits for contacts and for its tags", async () => {
	const location = await aLocation();
	const onCreation = await makeWaitingWorkflow(world, location, { kind: "contact_created" });
	const onTag = await makeWaitingWorkflow(world, location, { kind: "contact_tagged", tag: "vip" });

	const { contact, isNew } = await save(location, { email: "Ada@Example.com", tags: ["VIP"] }, "create");

	expect(isNew).toBe(true);
	expect(contact).toMatchObject({ email: "Ada@Example.com", tags: ["vip"], locationId: location.id });
	expect(await startedFor(world, onCreation)).toEqual([contact.id]);
	expect(await startedFor(world, onTag)).toEqual([contact.id]);
});

test.each([
	["email", { email: "ADA@example.com" }],
	["phone", { phone: "0049301234567" }],
])("a second contact with the same %s is refused", async (field, given) => {
	const location = await aLocation();
	await makeContact(world, location, { email: "ada@example.com", phone: "+49301234567" });

	const refusal = await refusalOf(save(location, given, "create"));

	expect(refusal).toMatchObject({ code: "conflict", fields: [{ field }] });
	expect(await storedContacts(world, location)).toHaveLength(1);
});

test("the same address is another contact at another location", async () => {
	const agency = await makeAgency(world);
	const [here, there] = [await makeLocation(world, agency), await makeLocation(world, agency)];
	await save(here, { email: "ada@example.com" }, "create");

	const { isNew } = await save(there, { email: "ada@example.com" }, "upsert");

	expect(isNew).toBe(true);
});

test("an upsert changes the contact of that address, and only what is said", async () => {
	const location = await aLocation();
	const before = await makeContact(world, location, {
		firstName: "Ada",
		email: "ada@example.com",
		city: "Ham",
	});
	const onCreation = await makeWaitingWorkflow(world, location, { kind: "contact_created" });
	const onTag = await makeWaitingWorkflow(world, location, { kind: "contact_tagged", tag: "new" });

	const saved = await save(location, { email: "ADA@example.com", firstName: "A.", tags: ["new"] }, "upsert");

	expect(saved).toMatchObject({
		isNew: false,
		contact: { id: before.id, firstName: "A.", city: "Ham", version: before.version + 1 },
	});
	expect(await startedFor(world, onCreation)).toEqual([]);
	expect(await startedFor(world, onTag)).toEqual([before.id]);
});

test("an upsert finds by the number when nobody has the address", async () => {
	const location = await aLocation();
	const before = await makeContact(world, location, { phone: "+49301234567" });

	const saved = await save(location, { email: "ada@example.com", phone: "+49 30 1234567" }, "upsert");

	expect(saved).toMatchObject({ isNew: false, contact: { id: before.id, email: "ada@example.com" } });
});

test("a number that is a third contact's stays theirs", async () => {
	const location = await aLocation();
	const ada = await makeContact(world, location, { email: "ada@example.com" });
	await makeContact(world, location, { phone: "+49301234567" });

	const saved = await save(
		location,
		{ email: "ada@example.com", phone: "+49301234567", city: "Ham" },
		"upsert",
	);

	expect(saved.contact).toMatchObject({ id: ada.id, phone: null, city: "Ham" });
});

test("of many upserts at once one makes the contact and the others change it", async () => {
	const location = await aLocation();
	const given = [1, 2, 3, 4, 5].map((turn) => ({
		email: "ada@example.com",
		phone: turn % 2 ? "+49301234567" : "+49307654321",
		firstName: `Turn ${turn}`,
	}));

	const saved = await allAtOnce(
		world,
		given.map((fields) => () => save(location, fields, "upsert")),
	);

	const made = saved.map((one) => (one.status === "fulfilled" ? one.value.isNew : one.reason));
	expect(made.sort()).toEqual([false, false, false, false, true]);
	expect(await storedContacts(world, location)).toHaveLength(1);
});

test("of two at once only one makes a contact, and the other is told why not", async () => {
	const location = await aLocation();

	const attempts = await allAtOnce(
		world,
		[1, 2].map(() => () => save(location, { email: "ada@example.com" }, "create")),
	);

	expect(attempts.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
	expect(attempts.find(({ status }) => status === "rejected")).toMatchObject({
		reason: { code: "conflict" },
	});
});

test("a custom value for a field that the location does not have is refused at that value", async () => {
	const location = await aLocation();
	const stranger = newId();

	const refusal = await refusalOf(
		save(location, { firstName: "Ada", customValues: { [stranger]: "x" } }, "create"),
	);

	expect(refusal).toMatchObject({ code: "invalid_input", fields: [{ field: `customValues.${stranger}` }] });
});

test.each([
	["email", { email: "ada@example.com" }],
	["phone", { phone: "+49301234567" }],
] as const)("who wants the %s that a workflow is just giving to another is told so", async (field, given) => {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency);
	const { id } = await makeContact(world, location);
	const ctx = contextFor(world, agency, { role: "ADMIN" });
	const step = await world.owner.connect();
	await step.query("begin");
	await step.query("update contacts set email_folded = $2, phone = $3 where id = $1", [
		id,
		"ada@example.com",
		"+49301234567",
	]);

	const attempt = refusalOf(createContact(ctx, { locationId: location.id, ...given }));
	await vi.waitFor(async () => {
		const { rows } = await step.query(
			"select 1 from pg_locks where not granted and locktype = 'transactionid'",
		);
		expect(rows).not.toEqual([]);
	}, 10_000);
	await step.query("commit");
	step.release();

	expect(await attempt).toMatchObject({ code: "conflict", fields: [{ field }] });
});
