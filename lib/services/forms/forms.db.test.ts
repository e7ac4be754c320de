import { expect, test } from "vitest";
import { env } from "#lib/config/env.ts";
import { FormFields } from "#lib/core/crm/form-fields.ts";
import { newId } from "#lib/core/ids.ts";
import { contextFor, makeAgency, makeLocation } from "#lib/testing/factories.ts";
import { formFields, makeForm, question } from "#lib/testing/forms.ts";
import { CRM_VERB, fourCases, refusalOf } from "#lib/testing/four-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { createForm } from "./create.ts";
import { deleteForm } from "./delete.ts";
import { editForm } from "./edit.ts";
import { getForm } from "./get.ts";
import { listForms } from "./list.ts";

const world = await testWorld();

const stored = async (formId: string) =>
	(await world.owner.query("select name, enabled from forms where id = $1", [formId])).rows;

const crm = { world, ...CRM_VERB };

const removeForm = (_scene: unknown, { formId }: { formId: string }) =>
	world.owner.query("delete from forms where id = $1", [formId]);

fourCases({
	...crm,
	arrange: async ({ location }) => ({ locationId: location.id, ...formFields() }),
	act: createForm,
	absent: (target) => ({ ...target, locationId: newId() }),
	remove: ({ location }) =>
		world.owner.query("update locations set deleted_at = now() where id = $1", [location.id]),
	observe: async ({ location }) =>
		(await world.owner.query("select name, enabled from forms where location_id = $1", [location.id])).rows,
	done: [{ name: "Contact us", enabled: true }],
});

fourCases<{ formId: string }>({
	...crm,
	arrange: async ({ location }) => ({ formId: (await makeForm(world, location)).id }),
	act: (ctx, { formId }) =>
		editForm(ctx, { formId, version: 1, ...formFields({ name: "New", enabled: false }) }),
	absent: () => ({ formId: newId() }),
	remove: removeForm,
	observe: (_scene, { formId }) => stored(formId),
	done: [{ name: "New", enabled: false }],
});

fourCases<{ formId: string }>({
	...crm,
	arrange: async ({ location }) => ({ formId: (await makeForm(world, location)).id }),
	act: deleteForm,
	absent: () => ({ formId: newId() }),
	remove: removeForm,
	observe: (_scene, { formId }) => stored(formId),
	done: [],
});

test("a form that somebody else changed meanwhile is not changed over their head", async () => {
	const agency = await makeAgency(world);
	const { id: formId } = await makeForm(world, await makeLocation(world, agency));
	const ctx = contextFor(world, agency, { role: "OWNER" });

	const attempts = await Promise.allSettled(
		["One", "Two"].map((name) => editForm(ctx, { formId, version: 1, ...formFields({ name }) })),
	);

	expect(attempts.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a form asks for nothing that would be kept in a field of another location", async () => {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency);
	const fields = [question({ name: "size", savesTo: newId() })];
	const ctx = contextFor(world, agency, { role: "OWNER" });

	const refusal = await refusalOf(createForm(ctx, { locationId: location.id, ...formFields({ fields }) }));

	expect(refusal).toMatchObject({ code: "invalid_input", fields: [{ field: "fields" }] });
});

test("forms are listed at their own location alone, with how often each was sent", async () => {
	const agency = await makeAgency(world);
	const [here, there] = [await makeLocation(world, agency), await makeLocation(world, agency)];
	const form = await makeForm(world, here);
	await makeForm(world, there);
	const ctx = contextFor(world, agency, { role: "VIEWER", location: here });
	const query = { locationId: here.id, search: "CONTACT", offset: 0, limit: 10 };

	expect(await listForms(ctx, query)).toMatchObject({
		total: 1,
		rows: [{ id: form.id, submissions: 0, lastSubmissionAt: null }],
	});
	expect(await getForm(ctx, { formId: form.id })).toMatchObject(formFields());
	expect((await refusalOf(listForms(ctx, { ...query, locationId: there.id }))).code).toBe("not_found");
});

test.each([
	["no question", []],
	["two of one name", [question({ name: "a" }), question({ name: "a" })]],
	["two for one field", [question({ name: "a", savesTo: "city" }), question({ name: "b", savesTo: "city" })]],
	["an e-mail address that is any text", [question({ name: "a", savesTo: "email" })]],
	["a choice without choices", [question({ name: "a", type: "choice" })]],
	["choices for a text", [question({ name: "a", options: ["x"] })]],
	["a name that no form can send", [question({ name: "A b" })]],
	["the trap's name", [question({ name: "homepage_url" })]],
])("a form is refused that has %s", (_words, fields) => {
	expect(FormFields.safeParse(formFields({ fields })).success).toBe(false);
});

test("a form leads on to one of our links, but to no page of thanks, which would lead on and on", async () => {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency);
	const { id: formId } = await makeForm(world, location);
	const ctx = contextFor(world, agency, { role: "OWNER" });
	const leadTo = (path: string) =>
		editForm(ctx, { formId, version: 1, ...formFields({ redirectTo: env().APP_ORIGIN + path }) });

	expect((await refusalOf(leadTo(`/f/${formId}/thanks`))).fields).toMatchObject([{ field: "redirectTo" }]);
	expect(await leadTo("/l/abc")).toMatchObject({ version: 2 });
});
