import { expect, test } from "vitest";
import type { CustomField } from "#lib/core/crm/custom-fields.ts";
import { allAtOnce, makeContact, makeCustomField, storedContacts } from "#lib/testing/contacts.ts";
import { contextFor, makeAgency, makeLocation } from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { createContact } from "../contacts/create.ts";
import { deleteCustomField } from "./delete.ts";
import { editCustomField } from "./edit.ts";

const world = await testWorld();

async function scene(given: Partial<CustomField> = {}) {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency);
	const field = await makeCustomField(world, location, {
		dataType: "MULTIPLE_OPTIONS",
		options: ["red", "blue", "green"],
		...given,
	});
	const ctx = contextFor(world, agency, { role: "ADMIN" });
	const having = (value: string | string[]) =>
		makeContact(world, location, { firstName: "Ada", customValues: { [field.id]: value } });
	const values = async () =>
		(await storedContacts(world, location)).map(({ custom_values }) => custom_values[field.id]);
	return { location, field, ctx, fieldId: field.id, having, values };
}

test("contacts keep an option that is called otherwise, in its place among theirs", async () => {
	const { ctx, fieldId, having, values } = await scene();
	await having(["red", "green"]);
	await having(["blue"]);
	const other = await scene();
	await other.having(["red"]);

	const { options } = await editCustomField(ctx, {
		fieldId,
		options: [{ name: "blue", was: "red" }, { name: "red", was: "blue" }, "green", "white"],
		removeFromContacts: false,
	});

	expect(options).toEqual(["blue", "red", "green", "white"]);
	expect(await values()).toEqual([["blue", "green"], ["red"]]);
	expect(await other.values()).toEqual([["red"]]);
});

test("one option of several is called otherwise as well", async () => {
	const { ctx, fieldId, having, values } = await scene({ dataType: "SINGLE_OPTIONS" });
	await having("red");

	const options = [{ name: "crimson", was: "red" }, "blue", "green"];
	await editCustomField(ctx, { fieldId, options, removeFromContacts: false });

	expect(await values()).toEqual(["crimson"]);
});

test("an option that contacts have stays, unless they are to lose it", async () => {
	const { ctx, fieldId, having, values } = await scene();
	await having(["red", "blue"]);
	await having(["red"]);

	const refusal = await refusalOf(
		editCustomField(ctx, { fieldId, options: ["blue"], removeFromContacts: false }),
	);
	const before = await values();
	const { options } = await editCustomField(ctx, { fieldId, options: ["blue"], removeFromContacts: true });

	expect(refusal).toMatchObject({ code: "conflict", fields: [{ field: "removeFromContacts" }] });
	expect(refusal.message).toContain("2 contacts have “red” or “green”");
	expect(before).toEqual([["red", "blue"], ["red"]]);
	expect(options).toEqual(["blue"]);
	expect(await values()).toEqual([["blue"], undefined]);
});

test("an option that nobody has goes without a question", async () => {
	const { ctx, fieldId } = await scene();

	const { options } = await editCustomField(ctx, {
		fieldId,
		options: ["green", "red"],
		removeFromContacts: false,
	});

	expect(options).toEqual(["green", "red"]);
});

test("name and options change together or not at all", async () => {
	const { ctx, location, field, fieldId } = await scene();
	const other = await makeCustomField(world, location);

	const edit = { fieldId, name: other.name, options: ["red"], removeFromContacts: false };
	const refusal = await refusalOf(editCustomField(ctx, edit));

	expect(refusal).toMatchObject({ code: "conflict", fields: [{ field: "name" }] });
	const { rows } = await world.owner.query("select name, options from custom_fields where id = $1", [
		fieldId,
	]);
	expect(rows).toEqual([{ name: field.name, options: ["red", "blue", "green"] }]);
});

type Ctx = Parameters<typeof editCustomField>[0];

test.each([
	["goes", (ctx: Ctx, fieldId: string) => deleteCustomField(ctx, { fieldId })],
	[
		"loses an option",
		(ctx: Ctx, fieldId: string) =>
			editCustomField(ctx, { fieldId, options: ["blue"], removeFromContacts: true }),
	],
])("while a field %s, no contact keeps what goes", async (_, change) => {
	const { location, ctx, fieldId, values } = await scene();
	const fields = { locationId: location.id, firstName: "Ada", customValues: { [fieldId]: ["red"] } };

	const [, changed] = await allAtOnce<unknown>(world, [
		() => createContact(ctx, fields),
		() => change(ctx, fieldId),
	]);

	expect(changed?.status).toBe("fulfilled");
	expect((await values()).filter((value) => value !== undefined)).toEqual([]);
});
