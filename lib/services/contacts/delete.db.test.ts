import { expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import { makeContact, makeContactHistory, storedContacts } from "#lib/testing/contacts.ts";
import { contextFor, makeAgency, makeLocation } from "#lib/testing/factories.ts";
import { CRM_VERB, fourCases } from "#lib/testing/four-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { deleteContact } from "./delete.ts";
import { readActivity } from "./read-activity.ts";

const world = await testWorld();

fourCases({
	world,
	...CRM_VERB,
	arrange: async ({ location }) => ({ contactId: (await makeContact(world, location)).id }),
	act: deleteContact,
	absent: () => ({ contactId: newId() }),
	remove: (_, { contactId }) => world.owner.query("delete from contacts where id = $1", [contactId]),
	observe: async ({ location }) => ({ count: (await storedContacts(world, location)).length }),
	done: { count: 0 },
});

test("what a contact sent and followed stays as nobody's, and its runs go", async () => {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency);
	const { id: contactId } = await makeContact(world, location);
	const ctx = contextFor(world, agency, { role: "OWNER" });
	await makeContactHistory(world, location, contactId);
	expect(await readActivity(ctx, { contactId })).toMatchObject({
		submissions: [{ formName: "Ask us" }],
		clicks: [{ linkName: "Offer" }],
		runs: [{ workflowName: "Waits", state: "RUNNING" }],
	});

	await deleteContact(ctx, { contactId });

	const left = async (table: string) =>
		(await world.owner.query(`select contact_id from ${table} where agency_id = $1`, [agency.id])).rows;
	expect(await left("form_submissions")).toEqual([{ contact_id: null }]);
	expect(await left("link_clicks")).toEqual([{ contact_id: null }]);
	expect(await left("workflow_runs")).toEqual([]);
});
