import { newId } from "#lib/core/ids.ts";
import { makeAgency, makeLocation, type TestLocation } from "#lib/testing/factories.ts";
import { formFields, makeForm, makeLink } from "#lib/testing/forms.ts";
import type { Rule } from "../expected.ts";
import type { ActionRow } from "../rows.ts";
import type { Stage } from "../stage.ts";
import type { Target } from "../targets.ts";

const PLACE = "app/(console)/agencies/[agency]/locations/[location]";
const FORMS = `${PLACE}/forms/actions.ts`;
const LINKS = `${PLACE}/links/actions.ts`;

const onCrm = (about: Rule["about"]): { LOCATION: Rule } => ({
	LOCATION: { about, know: "crm.read", need: "crm.write" },
});

const placeOf = ({ agency, location }: Target): TestLocation | null =>
	location && { agencyId: agency.id, ...location };

/** A form in the target's state. */
export async function formOf({ world }: Stage, target: Target) {
	const place = placeOf(target);
	if (target.state === "non-existent" || !place) return newId();
	const { id } = await makeForm(world, place);
	if (target.state === "deleted") await world.owner.query("delete from forms where id = $1", [id]);
	return id;
}

/** A trigger link in the target's state. */
export async function linkOf({ world }: Stage, target: Target) {
	const place = placeOf(target);
	if (target.state === "non-existent" || !place) return newId();
	const { id } = await makeLink(world, place);
	if (target.state === "deleted") await world.owner.query("delete from trigger_links where id = $1", [id]);
	return id;
}

/** A form that visitors may send, of an agency that nobody asks about otherwise. */
export async function openForm({ world }: Stage) {
	const { id } = await makeForm(world, await makeLocation(world, await makeAgency(world)));
	return id;
}

const aThing = { kind: "tenant", at: onCrm("thing"), changes: true, isOfCrm: true } as const;
const aNewOne = { kind: "tenant", at: onCrm("place"), changes: true, isOfCrm: true } as const;

export const FORM_ACTIONS: ActionRow[] = [
	{
		...aNewOne,
		name: `${FORMS}#createFormAction`,
		// A location has room for few of them.
		async input({ world }: Stage, { location }: Target) {
			await world.owner.query("delete from forms where location_id = $1", [location?.id]);
			return { locationId: location?.id, ...formFields() };
		},
	},
	{
		...aThing,
		name: `${FORMS}#editFormAction`,
		input: async (stage: Stage, target: Target) => ({
			formId: await formOf(stage, target),
			version: 1,
			...formFields({ name: "Edited" }),
		}),
	},
	{
		...aThing,
		name: `${FORMS}#deleteFormAction`,
		input: async (stage: Stage, target: Target) => ({ formId: await formOf(stage, target) }),
	},
	{
		...aNewOne,
		name: `${LINKS}#createLinkAction`,
		input: async (_stage: Stage, { location }: Target) => ({
			locationId: location?.id,
			name: "Offer",
			redirectTo: "https://example.com/",
		}),
	},
	{
		...aThing,
		name: `${LINKS}#editLinkAction`,
		input: async (stage: Stage, target: Target) => ({
			linkId: await linkOf(stage, target),
			version: 1,
			name: "Edited",
		}),
	},
	{
		...aThing,
		name: `${LINKS}#deleteLinkAction`,
		input: async (stage: Stage, target: Target) => ({ linkId: await linkOf(stage, target) }),
	},
];
