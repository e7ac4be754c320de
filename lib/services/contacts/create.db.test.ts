import { expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import { makeContact, storedContacts } from "#lib/testing/contacts.ts";
import { contextFor, makeAgency, makeLocation } from "#lib/testing/factories.ts";
import { CRM_VERB, fourCases, refusalOf } from "#lib/testing/four-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { createContact } from "./create.ts";
import { upsertContact } from "./upsert.ts";

const world = await testWorld();

const verb = {
	world,
	...CRM_VERB,
	arrange: async ({ location }: { location: { id: string } }) => ({
		locationId: location.id,
		firstName: "Ada",
		tags: ["vip"],
	}),
	absent: (target: { locationId: string }) => ({ ...target, locationId: newId() }),
	observe: ({ location }: { location: { id: string } }) => storedContacts(world, location),
	done: [{ first_name: "Ada", tags: ["vip"], version: 1 }],
} as const;

fourCases({ ...verb, act: createContact });
fourCases({ ...verb, act: upsertContact });

test("a deleted location takes no contacts", async () => {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency, { deleted: true });

	const attempt = createContact(contextFor(world, agency, { role: "OWNER" }), { locationId: location.id });

	expect(await refusalOf(attempt)).toMatchObject({ code: "not_found" });
});

test("an upsert says whether it made the contact", async () => {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency);
	const ctx = contextFor(world, agency, { role: "ADMIN" });
	const { id } = await makeContact(world, location, { email: "ada@example.com" });

	const known = await upsertContact(ctx, { locationId: location.id, email: "ADA@example.com" });
	const other = await upsertContact(ctx, { locationId: location.id, email: "grace@example.com" });

	expect(known).toMatchObject({ isNew: false, contact: { id } });
	expect(other.isNew).toBe(true);
});
