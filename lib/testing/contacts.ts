import { expect, vi } from "vitest";
import { z } from "zod";
import { ContactChange } from "#lib/core/crm/contact-fields.ts";
import { type CustomField, CustomValue } from "#lib/core/crm/custom-fields.ts";
import type { Trigger } from "#lib/core/crm/workflow-steps.ts";
import { newId } from "#lib/core/ids.ts";
import { insertContact } from "#lib/data/contacts.ts";
import { insertCustomField } from "#lib/data/custom-fields.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { NOW, type TestLocation } from "./factories.ts";
import type { World } from "./world.ts";

type Given = Parameters<typeof ContactChange.parse>[0];

/** A contact of the location, as `saveContact` would leave it. Starts no workflow. */
export const makeContact = (
	world: World,
	{ agencyId, id: locationId }: TestLocation,
	given: Given = { firstName: "Ada", lastName: "King" },
	now = NOW,
) => {
	const { customValues = {}, ...fields } = ContactChange.parse(given);
	const row = { ...fields, customValues: z.record(z.string(), CustomValue).parse(customValues) };
	return transactAs(world.database, { agencyId }, (tx) =>
		insertContact(tx, { agencyId, locationId }, row, now),
	);
};

/** A custom field of the location. */
export const makeCustomField = (
	world: World,
	{ agencyId, id: locationId }: TestLocation,
	given: Partial<CustomField> = {},
) => {
	const id = newId();
	const field = {
		id,
		locationId,
		name: `Field ${id}`,
		fieldKey: `contact.${id}`,
		dataType: "TEXT",
		options: [],
	} as const;
	return transactAs(world.database, { agencyId }, (tx) =>
		insertCustomField(tx, agencyId, { ...field, ...given, options: given.options ?? [] }, NOW),
	);
};

/** Every contact of the location, the oldest first, as they are stored. */
export const storedContacts = async ({ owner }: World, location: { id: string }) =>
	(await owner.query("select * from contacts where location_id = $1 order by created_at, id", [location.id]))
		.rows;

/** A published workflow without steps, which only shows by its runs that it was started. */
export async function makeWaitingWorkflow({ owner }: World, location: TestLocation, trigger: Trigger) {
	const id = newId();
	await owner.query(
		`insert into workflows (agency_id, location_id, id, name, status, trigger, steps, created_at, updated_at)
			values ($1, $2, $3, 'Waits', 'PUBLISHED', $4, '[]', $5, $5)`,
		[location.agencyId, location.id, id, JSON.stringify(trigger), NOW],
	);
	return id;
}

/** For whom the workflow was started, in order. */
export async function startedFor({ owner }: World, workflowId: string): Promise<string[]> {
	const { rows } = await owner.query(
		`select contact_id as "contactId" from workflow_runs where workflow_id = $1 order by id`,
		[workflowId],
	);
	return rows.map(({ contactId }) => contactId);
}

/** A submission, a click and a run of the contact's. */
export async function makeContactHistory(world: World, location: TestLocation, contactId: string) {
	const { agencyId, id: locationId } = location;
	const workflowId = await makeWaitingWorkflow(world, location, { kind: "api" });
	await world.owner.query(
		`with ids as (select $1::uuid as agency, $2::uuid as location, $3::uuid as contact, $5::uuid as id, $6::timestamptz as at),
		forms as (insert into forms (agency_id, location_id, id, name, fields, created_at, updated_at)
			select agency, location, id, 'Ask us', '[]', at, at from ids),
		submissions as (insert into form_submissions (agency_id, location_id, id, form_id, contact_id, answers, page, created_at)
			select agency, location, id, id, contact, '{}', '{}', at from ids),
		links as (insert into trigger_links (agency_id, location_id, id, slug, name, redirect_to, created_at, updated_at)
			select agency, location, id, id::text, 'Offer', 'https://example.com', at, at from ids),
		clicks as (insert into link_clicks (agency_id, id, link_id, contact_id, address, client, clicked_at)
			select agency, id, id, contact, '', '', at from ids)
		insert into workflow_runs (agency_id, location_id, id, workflow_id, contact_id, occasion, started_by, steps, started_at)
			select agency, location, id, $4::uuid, contact, 'call', 'api', '[]', at from ids`,
		[agencyId, locationId, contactId, workflowId, newId(), NOW],
	);
}

/** Begins all the calls before any of them can write a contact, so that they wait for that or for each other, and tells what came of each. */
export async function allAtOnce<T>({ owner }: World, calls: readonly (() => Promise<T>)[]) {
	const holder = await owner.connect();
	try {
		await holder.query("begin");
		await holder.query("lock table contacts in share mode");
		const attempts = Promise.allSettled(calls.map((call) => call()));
		await vi.waitFor(
			async () => {
				const { rows } = await holder.query(
					`select count(distinct w.pid)::int as waiting from pg_locks w join pg_locks here on here.pid = w.pid
						where not w.granted and here.database = (select oid from pg_database where datname = current_database())`,
				);
				expect(rows).toEqual([{ waiting: calls.length }]);
			},
			{ timeout: 10_000, interval: 20 },
		);
		await holder.query("commit");
		return await attempts;
	} finally {
		holder.release();
	}
}

/** A text that a location keeps. Returns its id. */
export async function makeLocationValue(
	{ owner }: World,
	{ agencyId, id: locationId }: TestLocation,
	name = "Opening hours",
): Promise<string> {
	const id = newId();
	await owner.query(
		`insert into location_values (agency_id, location_id, id, name, field_key, value, created_at, updated_at)
			values ($1, $2, $3, $4, $5, '9 to 5', $6, $6)`,
		[agencyId, locationId, id, name, `custom_values.${id}`, NOW],
	);
	return id;
}

/** A tag that no contact has. Returns its id. */
export async function makeTag({ owner }: World, { agencyId, id: locationId }: TestLocation): Promise<string> {
	const id = newId();
	await owner.query(
		"insert into tags (agency_id, location_id, id, name, created_at) values ($1, $2, $3, $4, $5)",
		[agencyId, locationId, id, `tag-${id}`, NOW],
	);
	return id;
}
