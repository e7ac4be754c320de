import { expect, test } from "vitest";
import { CUSTOM_FIELDS_MAX } from "#lib/core/crm/custom-fields.ts";
import { newId } from "#lib/core/ids.ts";
import { makeContact, makeCustomField, storedContacts } from "#lib/testing/contacts.ts";
import { contextFor, makeAgency, makeLocation } from "#lib/testing/factories.ts";
import { CRM_VERB, fourCases, refusalOf } from "#lib/testing/four-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { createCustomField } from "./create.ts";
import { deleteCustomField } from "./delete.ts";
import { editCustomField } from "./edit.ts";
import { listUsedCustomFields } from "./list.ts";

const world = await testWorld();

const storedFields = async (location: { id: string }) =>
	(await world.owner.query("select * from custom_fields where location_id = $1 order by id", [location.id]))
		.rows;

const verb = {
	world,
	...CRM_VERB,
	observe: ({ location }: { location: { id: string } }) => storedFields(location),
} as const;

const remove = (_: unknown, { fieldId }: { fieldId: string }) =>
	world.owner.query("delete from custom_fields where id = $1", [fieldId]);

const newField = (locationId: string, name = "Favourite colour") => ({
	locationId,
	name,
	dataType: "SINGLE_OPTIONS" as const,
	options: ["Red", "Blue"],
});

fourCases({
	...verb,
	arrange: async ({ location }) => newField(location.id),
	act: createCustomField,
	absent: (target) => ({ ...target, locationId: newId() }),
	done: [{ name: "Favourite colour", field_key: "contact.favourite_colour", options: ["Red", "Blue"] }],
});

fourCases({
	...verb,
	arrange: async ({ location }) => ({
		fieldId: (await makeCustomField(world, location, { fieldKey: "contact.size" })).id,
		name: "Shoe size",
		removeFromContacts: false,
	}),
	act: editCustomField,
	absent: (target) => ({ ...target, fieldId: newId() }),
	remove,
	done: [{ name: "Shoe size", field_key: "contact.size" }],
});

fourCases({
	...verb,
	arrange: async ({ location }) => ({ fieldId: (await makeCustomField(world, location)).id }),
	act: deleteCustomField,
	absent: () => ({ fieldId: newId() }),
	remove,
	observe: async ({ location }) => ({ count: (await storedFields(location)).length }),
	done: { count: 0 },
});

async function scene() {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency);
	return { agency, location, ctx: contextFor(world, agency, { role: "ADMIN" }) };
}

test("names that look alike get keys that differ, and the same name twice is refused", async () => {
	const { location, ctx } = await scene();
	await createCustomField(ctx, newField(location.id, "Shoe size"));

	const other = await createCustomField(ctx, newField(location.id, "Shoe: size"));
	const refusal = await refusalOf(createCustomField(ctx, newField(location.id, "SHOE  size")));

	expect(other.fieldKey).toBe("contact.shoe_size-2");
	expect(refusal).toMatchObject({ code: "conflict", fields: [{ field: "name" }] });
	const rename = { fieldId: other.id, name: "shoe size", removeFromContacts: false };
	expect(await refusalOf(editCustomField(ctx, rename))).toMatchObject({ code: "conflict" });
});

test("of several fields of one name at once one is made, and there is never one too many", async () => {
	const { location, ctx } = await scene();
	for (let made = 0; made < CUSTOM_FIELDS_MAX - 2; made++) await makeCustomField(world, location);

	const same = await Promise.allSettled([1, 2, 3].map(() => createCustomField(ctx, newField(location.id))));
	const more = await Promise.allSettled(
		["b", "c", "d"].map((name) => createCustomField(ctx, newField(location.id, name))),
	);

	const outcomes = [same, more].map((attempts) => attempts.map(({ status }) => status).sort());
	expect(outcomes).toEqual([
		["fulfilled", "rejected", "rejected"],
		["fulfilled", "rejected", "rejected"],
	]);
});

test("a deleted field takes what contacts have in it along, and nothing else", async () => {
	const { location, ctx } = await scene();
	const [gone, kept] = [await makeCustomField(world, location), await makeCustomField(world, location)];
	await makeContact(world, location, { customValues: { [gone.id]: "a", [kept.id]: "b" } });
	await makeContact(world, location, { customValues: { [kept.id]: "c" } });
	expect(await listUsedCustomFields(ctx, { locationId: location.id })).toMatchObject([
		{ id: gone.id, contacts: 1 },
		{ id: kept.id, contacts: 2 },
	]);

	await deleteCustomField(ctx, { fieldId: gone.id });

	const values = (await storedContacts(world, location)).map((row) => row.custom_values);
	expect(values).toEqual([{ [kept.id]: "b" }, { [kept.id]: "c" }]);
});
