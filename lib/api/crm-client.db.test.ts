import { GHLError, HighLevel } from "@gohighlevel/api-client";
import { afterEach, expect, test } from "vitest";
import type { FormFields } from "#lib/core/crm/form-fields.ts";
import type { Scope } from "#lib/core/scopes.ts";
import { SCOPES, scopesForLevel } from "#lib/core/scopes.ts";
import { createForm } from "#lib/services/forms/create.ts";
import { submitForm } from "#lib/services/forms/submit.ts";
import { revokeKey } from "#lib/services/keys/revoke.ts";
import { openApi } from "#lib/testing/api-origin.ts";
import { makeContact } from "#lib/testing/contacts.ts";
import { testSurroundings } from "#lib/testing/entrances.ts";
import {
	contextFor,
	makeAgency,
	makeKey,
	makeLocation,
	makeMember,
	makePerson,
	NOW,
	type TestLocation,
} from "#lib/testing/factories.ts";
import { makeWorkflow } from "#lib/testing/workflows.ts";
import { testWorld } from "#lib/testing/world.ts";

const world = await testWorld();
const api = await openApi(testSurroundings(world.database));

afterEach(() => expect(api.reported).toEqual([]));

const ASKS_FOR_EMAIL: FormFields = {
	name: "Contact us",
	fields: [{ name: "email", label: "E-mail", type: "email", required: true, options: [], savesTo: "email" }],
	submitLabel: "Send",
	thanks: "",
	redirectTo: null,
	enabled: true,
};

/** The public client, unmodified but for where it calls. */
function clientOf(key: { secret: string }, apiVersion = "2021-07-28") {
	const client = new HighLevel({ privateIntegrationToken: key.secret, apiVersion, logLevel: "none" });
	client.getHttpClient().defaults.baseURL = `${api.origin}/api/v2`;
	return client;
}

async function atLocation(scopes: readonly Scope[] = scopesForLevel("LOCATION")) {
	const agency = await makeAgency(world);
	const location: TestLocation = await makeLocation(world, agency);
	const key = await makeKey(world, agency, { location, scopes: [...scopes] });
	return { agency, location, locationId: location.id, client: clientOf(key) };
}

async function atAgency() {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency, { name: "Harbour" });
	const key = await makeKey(world, agency, { scopes: [...SCOPES] });
	return { agency, key, location, locationId: location.id, client: clientOf(key) };
}

const refusalOf = async (call: Promise<unknown>) => {
	const error = await call.catch((reason: unknown) => reason);
	expect(error).toBeInstanceOf(GHLError);
	const { statusCode, message } = error as GHLError;
	return { statusCode, message };
};

test("the public client keeps contacts from the first to the last", async () => {
	const { client, locationId } = await atLocation();

	const made = await client.contacts.createContact({
		locationId,
		firstName: "Ada",
		email: "Ada@Example.test",
		tags: ["New"],
	});
	const contactId = made.contact?.id ?? "";
	const upserted = await client.contacts.upsertContact({
		locationId,
		email: "ada@example.test",
		lastName: "King",
	});
	const changed = await client.contacts.updateContact({ contactId }, { city: "London" });
	const tagged = await client.contacts.addTags({ contactId }, { tags: ["vip"] });
	const read = await client.contacts.getContact({ contactId });
	const listed = await client.contacts.getContacts({ locationId });
	const found = await client.contacts.getDuplicateContact({ locationId, email: "ada@example.test" });
	const untagged = await client.contacts.removeTags({ contactId }, { tags: ["new"] });
	const deleted = await client.contacts.deleteContact({ contactId });
	const gone = await refusalOf(client.contacts.getContact({ contactId }));

	expect(upserted).toMatchObject({ new: false, contact: { id: contactId }, traceId: expect.any(String) });
	expect(changed).toMatchObject({ succeded: true, contact: { city: "London" } });
	expect(tagged.tags).toEqual(["new", "vip"]);
	expect(read.contact).toMatchObject({ firstName: "Ada", lastName: "King", locationId, city: "London" });
	expect(listed).toMatchObject({ count: 1, contacts: [{ id: contactId }] });
	expect(found).toMatchObject({ contact: { id: contactId } });
	expect(untagged.tags).toEqual(["vip"]);
	expect(deleted).toMatchObject({ succeded: true });
	expect(gone.statusCode).toBe(404);
});

test("the public client keeps trigger links", async () => {
	const { client, locationId } = await atLocation();

	const made = await client.links.createLink({
		locationId,
		name: "Offer",
		redirectTo: "https://example.com/a",
	});
	const linkId = made.link?.id ?? "";
	const changed = await client.links.updateLink(
		{ linkId },
		{ name: "Sale", redirectTo: "https://example.com/b" },
	);
	const read = await client.links.getLinkById({ linkId, locationId });
	const listed = await client.links.getLinks({ locationId });
	const searched = await client.links.searchTriggerLinks({ locationId, query: "sal" });
	const deleted = await client.links.deleteLink({ linkId });

	expect(changed.link).toMatchObject({ id: linkId, name: "Sale" });
	expect(read).toMatchObject({ link: { redirectTo: "https://example.com/b", locationId } });
	expect(listed.links).toMatchObject([{ id: linkId, fieldKey: `{{trigger_link.${linkId}}}` }]);
	expect(searched).toMatchObject({ links: [{ id: linkId }] });
	expect(deleted).toMatchObject({ succeded: true });
	expect((await client.links.getLinks({ locationId })).links).toEqual([]);
});

test("the public client puts a contact into a workflow and takes it out", async () => {
	const { client, location, locationId } = await atLocation();
	const workflow = await makeWorkflow(world, location, { name: "Welcome" });
	const contact = await makeContact(world, location);
	const ids = { contactId: contact.id, workflowId: workflow.id };
	const states = async () =>
		(await world.owner.query("select state from workflow_runs where workflow_id = $1", [workflow.id])).rows;

	const listed = await client.workflows.getWorkflow({ locationId });
	const put = await client.contacts.addContactToWorkflow(ids, {
		eventStartTime: "2026-06-23T03:30:00+01:00",
	});
	const during = await states();
	const taken = await client.contacts.deleteContactFromWorkflow(ids, {});

	expect(listed.workflows).toMatchObject([
		{ id: workflow.id, name: "Welcome", status: "published", locationId },
	]);
	expect([put, taken]).toMatchObject([{ succeded: true }, { succeded: true }]);
	expect(during).toEqual([{ state: "RUNNING" }]);
	expect(await states()).toEqual([{ state: "STOPPED" }]);
});

test("the public client reads forms and what was sent by them", async () => {
	const { agency, client, locationId } = await atLocation();
	const form = await createForm(contextFor(world, agency, { role: "ADMIN" }), {
		locationId,
		...ASKS_FOR_EMAIL,
	});
	const page = { url: "https://example.com/contact", client: "test/1.0" };
	await submitForm(world.database, { formId: form.id, sent: { email: "ada@example.test" }, page }, NOW);

	const forms = await client.forms.getForms({ locationId });
	const sent = await client.forms.getFormsSubmissions({ locationId, formId: form.id });

	expect(forms).toMatchObject({ total: 1, forms: [{ id: form.id, locationId }] });
	expect(sent).toMatchObject({
		submissions: [{ formId: form.id, email: "ada@example.test", others: { email: "ada@example.test" } }],
		meta: { total: 1, currentPage: 1, nextPage: null, prevPage: null },
	});
});

test("the public client keeps locations", async () => {
	const { client, agency } = await atAgency();

	const made = await client.locations.createLocation({
		name: "Hill",
		companyId: agency.id,
		timezone: "Europe/London",
	});
	const locationId = made.id ?? "";
	const changed = await client.locations.putLocation({ locationId }, { companyId: agency.id, city: "Leeds" });
	const read = await client.locations.getLocation({ locationId });
	const found = await client.locations.searchLocations({ companyId: agency.id, limit: "1", skip: "1" });
	const deleted = await client.locations.deleteLocation({ locationId, deleteTwilioAccount: false });
	const gone = await refusalOf(client.locations.getLocation({ locationId }));

	expect(changed).toMatchObject({ id: locationId, name: "Hill", city: "Leeds" });
	expect(read.location).toMatchObject({
		companyId: agency.id,
		timezone: "Europe/London",
		business: { name: "Hill", city: "Leeds" },
	});
	expect(found.locations).toMatchObject([{ id: locationId }]);
	expect(deleted).toMatchObject({ success: true });
	expect(gone.statusCode).toBe(404);
});

test("the public client keeps custom values", async () => {
	const { client, locationId } = await atLocation();
	const value = { name: "Opening hours", value: "9 to 5" };

	const made = await client.locations.createCustomValue({ locationId }, value);
	const id = made.customValue?.id ?? "";
	const changed = await client.locations.updateCustomValue(
		{ locationId, id },
		{ ...value, value: "10 to 6" },
	);
	const read = await client.locations.getCustomValue({ locationId, id });
	const listed = await client.locations.getCustomValues({ locationId });
	const deleted = await client.locations.deleteCustomValue({ locationId, id });
	const gone = await refusalOf(client.locations.getCustomValue({ locationId, id }));

	const { name } = value;
	const expected = { id, name, fieldKey: "{{ custom_values.opening_hours }}", value: "10 to 6", locationId };
	expect(changed.customValue).toEqual(expected);
	expect(read.customValue).toEqual(expected);
	expect(listed.customValues).toEqual([expected]);
	expect(deleted).toMatchObject({ succeded: true });
	expect(gone.statusCode).toBe(404);
});

test("the public client keeps tags, and contacts follow", async () => {
	const { client, locationId } = await atLocation();
	const { contact } = await client.contacts.createContact({ locationId, firstName: "Ada", tags: ["VIP"] });
	const contactId = contact?.id ?? "";

	const made = await client.locations.createTag({ locationId }, { name: "Lead" });
	const listed = await client.locations.getLocationTags({ locationId });
	const tagId = listed.tags?.find(({ name }) => name === "vip")?.id ?? "";
	const renamed = await client.locations.updateTag({ locationId, tagId }, { name: "Gold" });
	const read = await client.locations.getTagById({ locationId, tagId });
	const after = (await client.contacts.getContact({ contactId })).contact;
	const deleted = await client.locations.deleteTag({ locationId, tagId });
	const gone = await refusalOf(client.locations.getTagById({ locationId, tagId }));

	expect(made.tag).toMatchObject({ name: "lead", locationId });
	expect(listed.tags?.map(({ name }) => name)).toEqual(["lead", "vip"]);
	expect([renamed.tag, read.tag]).toEqual([1, 2].map(() => ({ id: tagId, name: "gold", locationId })));
	expect(after?.tags).toEqual(["gold"]);
	expect(deleted).toMatchObject({ succeded: true });
	expect(gone.statusCode).toBe(404);
	expect((await client.contacts.getContact({ contactId })).contact?.tags).toEqual([]);
});

test("the public client keeps people", async () => {
	const { client, agency, location, locationId } = await atAgency();
	const person = await makeMember(world, agency, await makePerson(world), "MANAGER", location);
	const companyId = agency.id;

	const made = await client.users.createUser({
		companyId,
		firstName: "Grace",
		lastName: "Hopper",
		email: "grace@example.test",
		password: "twelve sturdy umbrellas 7",
		type: "account",
		role: "user",
		locationIds: [locationId],
	});
	const userId = made.id ?? "";
	const changed = await client.users.updateUser({ userId }, { role: "admin" });
	const there = await client.users.getUserByLocation({ locationId });
	const found = await client.users.searchUsers({ companyId, query: "grace" });
	const byEmail = await client.users.filterUsersByEmail({ companyId, emails: "grace@example.test" });
	const read = await client.users.getUser({ userId });
	const deleted = await client.users.deleteUser({ userId });
	const gone = await refusalOf(client.users.getUser({ userId }));

	expect(made).toMatchObject({ firstName: "Grace", roles: { type: "account", role: "user" } });
	expect(changed.roles).toMatchObject({ role: "admin", locationIds: [locationId] });
	expect(there.users?.map(({ id }) => id).sort()).toEqual([person.id, userId].sort());
	expect(found).toMatchObject({ count: 1, users: [{ id: userId }] });
	expect(byEmail).toMatchObject({ users: [{ id: userId }] });
	expect(read).toMatchObject({ email: "grace@example.test" });
	expect(deleted).toMatchObject({ succeded: true });
	expect(gone.statusCode).toBe(404);
});

test("the public client reads the agency and the health", async () => {
	const { client, agency } = await atAgency();

	expect(await client.companies.getCompany({ companyId: agency.id })).toMatchObject({
		company: { id: agency.id, locationCount: 1 },
	});
	expect(await client.healthCheck()).toBe(true);
});

test("the public client gets a location's token, which is good for that location and ends with its key", async () => {
	const { client, agency, key, location, locationId } = await atAgency();
	const sibling = await makeLocation(world, agency, { name: "Hill" });
	const contact = await makeContact(world, location);

	const installed = await client.oauth.getInstalledLocation({
		companyId: agency.id,
		appId: "any",
		limit: "1",
	});
	const token = await client.oauth.getLocationAccessToken({ companyId: agency.id, locationId });
	const local = clientOf({ secret: token.access_token ?? "" });
	const read = await local.contacts.getContact({ contactId: contact.id });
	const elsewhere = await refusalOf(local.contacts.getContacts({ locationId: sibling.id }));
	const tokenForToken = await refusalOf(
		local.oauth.getLocationAccessToken({ companyId: agency.id, locationId }),
	);
	await revokeKey(contextFor(world, agency, { role: "OWNER" }), { keyId: key.id, reason: "Gone" });
	const after = await refusalOf(local.contacts.getContact({ contactId: contact.id }));

	expect(installed).toMatchObject({ count: 2, locations: [{ _id: locationId, isInstalled: true }] });
	expect(token).toMatchObject({
		token_type: "Bearer",
		expires_in: expect.any(Number),
		scope: expect.stringContaining("contacts.write"),
		userType: "Location",
		companyId: agency.id,
		locationId,
	});
	expect(read.contact).toMatchObject({ id: contact.id });
	expect([elsewhere, tokenForToken, after].map(({ statusCode }) => statusCode)).toEqual([403, 403, 401]);
});

test("the public client understands refusals", async () => {
	const { client, locationId } = await atLocation(["contacts.readonly"]);
	const stranger = clientOf({ secret: "nonsense" });

	const refusals = [
		await refusalOf(stranger.contacts.getContacts({ locationId })),
		await refusalOf(client.contacts.createContact({ locationId })),
		await refusalOf(client.contacts.getContacts({ locationId, limit: 1_000 })),
	];

	expect(refusals.map(({ statusCode }) => statusCode)).toEqual([401, 403, 422]);
	expect(refusals[2]?.message).toContain("limit");
});
