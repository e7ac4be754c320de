import { newId } from "#lib/core/ids.ts";
import { makeContact, makeCustomField } from "#lib/testing/contacts.ts";
import type { TestLocation } from "#lib/testing/factories.ts";
import type { Rule } from "../expected.ts";
import type { ActionRow } from "../rows.ts";
import type { Stage } from "../stage.ts";
import type { Target } from "../targets.ts";

const CONTACTS = "app/(console)/agencies/[agency]/locations/[location]/contacts/actions.ts";
const FIELDS = "app/(console)/agencies/[agency]/locations/[location]/contacts/custom-fields/actions.ts";

const onCrm = (about: Rule["about"]): { LOCATION: Rule } => ({
	LOCATION: { about, know: "crm.read", need: "crm.write" },
});

const placeOf = ({ agency, location }: Target): TestLocation | null =>
	location && { agencyId: agency.id, ...location };

/** A contact in the target's state. */
export async function contactOf({ world }: Stage, target: Target) {
	const place = placeOf(target);
	if (target.state === "non-existent" || !place) return newId();
	const { id } = await makeContact(world, place);
	if (target.state === "deleted") await world.owner.query("delete from contacts where id = $1", [id]);
	return id;
}

async function fieldOf({ world }: Stage, target: Target) {
	const place = placeOf(target);
	if (target.state === "non-existent" || !place) return newId();
	// A location has room for few of them.
	await world.owner.query("delete from custom_fields where location_id = $1", [place.id]);
	const { id } = await makeCustomField(world, place);
	if (target.state === "deleted") await world.owner.query("delete from custom_fields where id = $1", [id]);
	return id;
}

const aThing = { kind: "tenant", at: onCrm("thing"), changes: true, isOfCrm: true } as const;
const aNewOne = { kind: "tenant", at: onCrm("place"), changes: true, isOfCrm: true } as const;

export const CONTACT_ACTIONS: ActionRow[] = [
	{
		...aNewOne,
		name: `${CONTACTS}#createContactAction`,
		input: async (_stage: Stage, { location }: Target) => ({
			locationId: location?.id,
			firstName: "Ada",
			tags: ["vip"],
		}),
	},
	{
		...aThing,
		name: `${CONTACTS}#editContactAction`,
		input: async (stage: Stage, target: Target) => ({
			contactId: await contactOf(stage, target),
			version: 1,
			firstName: "Augusta",
		}),
	},
	{
		...aThing,
		name: `${CONTACTS}#deleteContactAction`,
		input: async (stage: Stage, target: Target) => ({ contactId: await contactOf(stage, target) }),
	},
	{
		...aNewOne,
		name: `${FIELDS}#createCustomFieldAction`,
		async input({ world }: Stage, { location }: Target) {
			await world.owner.query("delete from custom_fields where location_id = $1", [location?.id]);
			return { locationId: location?.id, name: "Shoe size", dataType: "NUMERICAL", options: [] };
		},
	},
	{
		...aThing,
		name: `${FIELDS}#editCustomFieldAction`,
		input: async (stage: Stage, target: Target) => ({
			fieldId: await fieldOf(stage, target),
			name: "Shoe size",
		}),
	},
	{
		...aThing,
		name: `${FIELDS}#deleteCustomFieldAction`,
		input: async (stage: Stage, target: Target) => ({ fieldId: await fieldOf(stage, target) }),
	},
];
