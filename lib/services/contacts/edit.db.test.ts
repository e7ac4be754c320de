import { expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import {
	makeContact,
	makeCustomField,
	makeWaitingWorkflow,
	startedFor,
	storedContacts,
} from "#lib/testing/contacts.ts";
import { contextFor, makeAgency, makeLocation } from "#lib/testing/factories.ts";
import { CRM_VERB, fourCases, refusalOf } from "#lib/testing/four-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { type ContactEdit, editContact } from "./edit.ts";
import { editTags } from "./edit-tags.ts";

const world = await testWorld();

const remove = (_: unknown, { contactId }: { contactId: string }) =>
	world.owner.query("delete from contacts where id = $1", [contactId]);

const verb = {
	world,
	...CRM_VERB,
	remove,
	observe: ({ location }: { location: { id: string } }) => storedContacts(world, location),
} as const;

fourCases<ContactEdit>({
	...verb,
	arrange: async ({ location }) => ({
		contactId: (await makeContact(world, location)).id,
		firstName: "Augusta",
		lastName: null,
	}),
	act: editContact,
	absent: (target) => ({ ...target, contactId: newId() }),
	done: [{ first_name: "Augusta", last_name: null, version: 2 }],
});

fourCases({
	...verb,
	arrange: async ({ location }) => ({
		contactId: (await makeContact(world, location, { tags: ["lead"] })).id,
		add: ["vip"],
		remove: ["lead"],
	}),
	act: editTags,
	absent: (target) => ({ ...target, contactId: newId() }),
	done: [{ tags: ["vip"] }],
});

async function scene() {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency);
	return { agency, location, ctx: contextFor(world, agency, { role: "ADMIN" }) };
}

test("what was read before somebody else's change is not written over it", async () => {
	const { location, ctx } = await scene();
	const { id: contactId, version } = await makeContact(world, location);
	await editContact(ctx, { contactId, city: "Ham" });

	const refusal = await refusalOf(editContact(ctx, { contactId, city: "Kew", version }));

	expect(refusal.code).toBe("conflict");
	expect(await storedContacts(world, location)).toMatchObject([{ city: "Ham" }]);
});

test.each([
	["email", { email: "GRACE@example.com" }],
	["phone", { phone: "+49301234567" }],
])("the %s of another contact is refused at its field", async (field, change) => {
	const { location, ctx } = await scene();
	await makeContact(world, location, { email: "grace@example.com", phone: "+49301234567" });
	const { id: contactId } = await makeContact(world, location, { firstName: "Ada" });

	const refusal = await refusalOf(editContact(ctx, { contactId, ...change }));

	expect(refusal).toMatchObject({ code: "conflict", fields: [{ field }] });
});

test("a contact keeps its own address", async () => {
	const { location, ctx } = await scene();
	const { id: contactId } = await makeContact(world, location, { email: "ada@example.com" });

	const contact = await editContact(ctx, { contactId, email: "Ada@example.com" });

	expect(contact.email).toBe("Ada@example.com");
});

test("of two contacts that take the same address at once one gets it", async () => {
	const { location, ctx } = await scene();
	const contacts = [await makeContact(world, location), await makeContact(world, location)];

	const attempts = await Promise.allSettled(
		contacts.map(({ id }) => editContact(ctx, { contactId: id, email: "ada@example.com" })),
	);

	expect(attempts.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
	expect(attempts.find(({ status }) => status === "rejected")).toMatchObject({
		reason: { code: "conflict" },
	});
});

test("custom values are set one by one, by the type of their field, and cleared by null", async () => {
	const { location, ctx } = await scene();
	const size = await makeCustomField(world, location, { dataType: "NUMERICAL" });
	const note = await makeCustomField(world, location);
	const { id: contactId } = await makeContact(world, location, { customValues: { [note.id]: "old" } });

	const first = await editContact(ctx, { contactId, customValues: { [size.id]: "12.5" } });
	const second = await editContact(ctx, { contactId, customValues: { [note.id]: null } });

	expect(first.customValues).toEqual({ [size.id]: 12.5, [note.id]: "old" });
	expect(second.customValues).toEqual({ [size.id]: 12.5 });
	const refusal = await refusalOf(editContact(ctx, { contactId, customValues: { [size.id]: "big" } }));
	expect(refusal).toMatchObject({ code: "invalid_input", fields: [{ field: `customValues.${size.id}` }] });
});

test("a field of a sibling location is none of the contact's", async () => {
	const { agency, location, ctx } = await scene();
	const field = await makeCustomField(world, await makeLocation(world, agency));
	const { id: contactId } = await makeContact(world, location);

	const refusal = await refusalOf(editContact(ctx, { contactId, customValues: { [field.id]: "x" } }));

	expect(refusal.code).toBe("invalid_input");
});

test("tags that are new start what waits for them", async () => {
	const { location, ctx } = await scene();
	const { id: contactId } = await makeContact(world, location, { tags: ["lead"] });
	const onLead = await makeWaitingWorkflow(world, location, { kind: "contact_tagged", tag: "lead" });
	const onVip = await makeWaitingWorkflow(world, location, { kind: "contact_tagged", tag: "vip" });

	await editContact(ctx, { contactId, tags: ["lead", "vip"] });

	expect(await startedFor(world, onLead)).toEqual([]);
	expect(await startedFor(world, onVip)).toEqual([contactId]);
});
