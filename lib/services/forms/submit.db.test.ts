import { expect, test } from "vitest";
import type { FormFields } from "#lib/core/crm/form-fields.ts";
import { newId } from "#lib/core/ids.ts";
import { makeContact, makeWaitingWorkflow, startedFor, storedContacts } from "#lib/testing/contacts.ts";
import { contextFor, makeAgency, makeLocation, NOW } from "#lib/testing/factories.ts";
import { makeForm, question, storedSubmissions, whileDeleting } from "#lib/testing/forms.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { exportSubmissions, listSubmissions } from "./list-submissions.ts";
import { submitForm } from "./submit.ts";

const world = await testWorld();

const page = { url: "https://agency.example/contact", client: "Mozilla" };
const send = (formId: string, sent: Record<string, unknown>) =>
	submitForm(world.database, { formId, sent, page }, NOW);

async function formSomewhere(fields: Partial<FormFields> = {}) {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency);
	return { agency, location, form: await makeForm(world, location, fields) };
}

test("what a visitor sends makes a contact, is kept, and starts what waits for it", async () => {
	const { location, form } = await formSomewhere();
	const workflow = await makeWaitingWorkflow(world, location, { kind: "form_submitted", formId: form.id });

	const done = await send(form.id, {
		first_name: " Ada ",
		email: "Ada@Example.com",
		message: "",
		other: "x",
	});

	expect(done).toMatchObject({ thanks: "Thanks a lot.", redirectTo: null });
	const [contact] = await storedContacts(world, location);
	expect(contact).toMatchObject({ first_name: "Ada", email_folded: "ada@example.com" });
	expect(await storedSubmissions(world, form.id)).toMatchObject([
		{
			contact_id: contact.id,
			name: "Ada",
			email: "Ada@Example.com",
			answers: { first_name: "Ada", email: "Ada@Example.com" },
			page,
		},
	]);
	expect(await startedFor(world, workflow)).toEqual([contact.id]);
});

test("a visitor's number is read as people of the location dial, or needs its country code", async () => {
	const { location, form } = await formSomewhere({
		fields: [question({ name: "call_me_at", type: "phone", savesTo: "phone" })],
	});

	const refusal = await refusalOf(send(form.id, { call_me_at: "030 1234567" }));
	await world.owner.query(`update locations set profile = '{"country": "Germany"}' where id = $1`, [
		location.id,
	]);
	await send(form.id, { call_me_at: "030 1234567" });

	expect(refusal).toMatchObject({ code: "invalid_input", fields: [{ field: "call_me_at" }] });
	expect(await storedContacts(world, location)).toMatchObject([{ phone: "+49301234567" }]);
});

test("what a contact that is known sends changes it, and leaves alone what was not asked", async () => {
	const { location, form } = await formSomewhere();
	const known = await makeContact(world, location, {
		firstName: "A.",
		lastName: "King",
		email: "ada@example.com",
	});

	await send(form.id, { first_name: "Ada", email: "ADA@example.com" });

	expect(await storedContacts(world, location)).toMatchObject([
		{ id: known.id, first_name: "Ada", last_name: "King" },
	]);
});

test("the same form sent at once by one person makes one contact, and every answer is kept", async () => {
	const { location, form } = await formSomewhere();

	await Promise.all([1, 2, 3, 4].map((n) => send(form.id, { first_name: `A${n}`, email: "a@example.com" })));

	expect(await storedContacts(world, location)).toHaveLength(1);
	expect(await storedSubmissions(world, form.id)).toHaveLength(4);
});

test("answers that name nobody are kept without a contact", async () => {
	const { location, form } = await formSomewhere({ fields: [question({ name: "opinion" })] });

	await send(form.id, { opinion: "Good" });

	expect(await storedContacts(world, location)).toEqual([]);
	expect(await storedSubmissions(world, form.id)).toMatchObject([{ contact_id: null, name: null }]);
});

test("an answer goes to its custom field when it fits, and is kept with the submission whether or not", async () => {
	const { agency, location } = await formSomewhere();
	const fieldId = newId();
	await world.owner.query(
		`insert into custom_fields (agency_id, location_id, id, name, field_key, data_type, options, created_at)
			values ($1, $2, $3, 'Size', 'contact.size', 'NUMERICAL', '{}', now())`,
		[agency.id, location.id, fieldId],
	);
	const fields = [
		question({ name: "email", type: "email", savesTo: "email" }),
		question({ name: "size", savesTo: fieldId }),
		question({ name: "gone", savesTo: newId() }),
	];
	const form = await makeForm(world, location, { fields });

	await send(form.id, { email: "a@example.com", size: "42", gone: "x" });
	await send(form.id, { email: "b@example.com", size: "large", gone: "x" });

	expect(await storedContacts(world, location)).toMatchObject([
		{ custom_values: { [fieldId]: 42 } },
		{ custom_values: {} },
	]);
	expect(await storedSubmissions(world, form.id)).toMatchObject([
		{ answers: { size: "42", gone: "x" } },
		{ answers: { size: "large", gone: "x" } },
	]);
});

test.each([
	["nothing", {}, "email"],
	["blank", { email: "  " }, "email"],
	["no address", { email: "nobody" }, "email"],
	["a list", { email: ["a@example.com"] }, "email"],
	["an object", { email: { $ne: "" } }, "email"],
	["a control character", { email: "a@example.com", first_name: "a\0b" }, "first_name"],
	["a NUL in a long answer", { email: "a@example.com", message: "a\0b" }, "message"],
	["a name that is too long", { email: "a@example.com", first_name: "a".repeat(200) }, "first_name"],
	["a message that is too long", { email: "a@example.com", message: "a".repeat(5_001) }, "message"],
])("%s is refused with the question's name, and nothing is kept", async (_words, sent, field) => {
	const { location, form } = await formSomewhere();

	const refusal = await refusalOf(send(form.id, sent));

	expect(refusal).toMatchObject({ code: "invalid_input", fields: [{ field }] });
	expect(await storedSubmissions(world, form.id)).toEqual([]);
	expect(await storedContacts(world, location)).toEqual([]);
});

test("names that objects have by nature are no answers", async () => {
	const { form } = await formSomewhere({ fields: [question({ name: "constructor", required: true })] });

	expect((await refusalOf(send(form.id, {}))).fields).toMatchObject([{ field: "constructor" }]);
});

test("a form that is switched off takes nothing", async () => {
	const { form } = await formSomewhere({ enabled: false });

	expect((await refusalOf(send(form.id, { email: "a@example.com" }))).code).toBe("conflict");
	expect(await storedSubmissions(world, form.id)).toEqual([]);
});

test.each([
	["locations", "suspended_at"],
	["locations", "deleted_at"],
	["agencies", "suspended_at"],
	["agencies", "deleted_at"],
])("a form is one that never was while %s.%s is set", async (table, column) => {
	const { location, form } = await formSomewhere();
	const id = table === "agencies" ? location.agencyId : location.id;
	await world.owner.query(`update ${table} set ${column} = now() where id = $1`, [id]);

	const refusal = await refusalOf(send(form.id, { email: "a@example.com" }));

	expect(refusal).toEqual(await refusalOf(send(newId(), { email: "a@example.com" })));
	expect(await storedSubmissions(world, form.id)).toEqual([]);
});

test("submissions are found by name, address, form and time, and only at their own location", async () => {
	const { agency, location, form } = await formSomewhere();
	await send(form.id, { first_name: "Ada", email: "ada@example.com" });
	await send(form.id, { first_name: "Bob", email: "bob@example.com" });
	const other = await makeForm(world, location);
	await send(other.id, { first_name: "Ada", email: "ada@example.com" });
	const ctx = contextFor(world, agency, { role: "VIEWER", location });
	const all = {
		locationId: location.id,
		formId: null,
		search: "",
		from: null,
		until: null,
		offset: 0,
		limit: 10,
	};
	const count = async (change: Partial<Parameters<typeof listSubmissions>[1]>) =>
		(await listSubmissions(ctx, { ...all, ...change })).total;

	expect(await count({})).toBe(3);
	expect(await count({ search: "ADA" })).toBe(2);
	expect(await count({ formId: form.id })).toBe(2);
	expect(await count({ formId: form.id, search: "bob@" })).toBe(1);
	expect(await count({ from: new Date(NOW.getTime() + 1) })).toBe(0);
	const sibling = contextFor(world, agency, {
		role: "MANAGER",
		location: await makeLocation(world, agency),
	});
	expect((await refusalOf(listSubmissions(sibling, all))).code).toBe("not_found");
});

test("an export has every submission once, however many pieces it is read in", async () => {
	const { agency, location, form } = await formSomewhere({ fields: [question({ name: "n" })] });
	await world.owner.query(
		`insert into form_submissions (agency_id, location_id, id, form_id, answers, page, created_at)
			select $1, $2, gen_random_uuid(), $3, '{"n":"1"}', '{"url":null,"client":""}', $4
			from generate_series(1, 401)`,
		[agency.id, location.id, form.id, NOW],
	);
	const ctx = contextFor(world, agency, { role: "OWNER" });

	const ids = new Set<string>();
	for await (const { id } of await exportSubmissions(ctx, { locationId: location.id, formId: form.id }))
		ids.add(id);

	expect(ids.size).toBe(401);
});

test("answers are read in the order of the questions, and those that are asked no more behind them", async () => {
	const names = ["second", "a", "longest_of_all"];
	const { agency, location, form } = await formSomewhere({ fields: names.map((name) => question({ name })) });
	await send(form.id, { a: "1", second: "2", longest_of_all: "3" });
	await world.owner.query("update forms set fields = fields - 0 where id = $1", [form.id]);
	const ctx = contextFor(world, agency, { role: "VIEWER", location });
	const query = { locationId: location.id, formId: form.id, search: "", from: null, until: null };

	const { rows } = await listSubmissions(ctx, { ...query, offset: 0, limit: 10 });

	expect(rows.map(({ answers }) => Object.keys(answers))).toEqual([["a", "longest_of_all", "second"]]);
});

test.each([
	["1250.5", "1250.5"],
	["1250,50", "1250.50"],
	["-3", "-3"],
])("the number %s is kept as %s", async (number, kept) => {
	const { form } = await formSomewhere({ fields: [question({ name: "n", type: "number" })] });

	await send(form.id, { n: number });

	expect(await storedSubmissions(world, form.id)).toMatchObject([{ answers: { n: kept } }]);
});

test.each(["1,250", "1.250,00", "1 250", "1e3", "٣"])(
	"%s is no number that everybody reads alike",
	async (number) => {
		const { form } = await formSomewhere({ fields: [question({ name: "n", type: "number" })] });

		expect((await refusalOf(send(form.id, { n: number }))).fields).toMatchObject([{ field: "n" }]);
	},
);

test("a form that is deleted while somebody sends it is one that is not there, and no contact comes of it", async () => {
	const { location, form } = await formSomewhere();

	const sent = await whileDeleting(world, "forms", form.id, () => send(form.id, { email: "a@example.com" }));

	expect(sent).toMatchObject({ status: "rejected", reason: { code: "not_found" } });
	expect(await storedContacts(world, location)).toEqual([]);
});
