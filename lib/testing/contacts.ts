import { ContactChange } from "#lib/core/crm/contact-fields.ts";
import type { Trigger } from "#lib/core/crm/workflow-steps.ts";
import { newId } from "#lib/core/ids.ts";
import { insertContact } from "#lib/data/contacts.ts";
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
	const { customValues: _, ...fields } = ContactChange.parse(given);
	return transactAs(world.database, { agencyId }, (tx) =>
		insertContact(tx, { agencyId, locationId }, fields, now),
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
