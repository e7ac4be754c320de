import type { Permission } from "#lib/core/permissions.ts";
import { DEFAULT_POLICY } from "#lib/core/policies.ts";
import type { Rule } from "../expected.ts";
import type { ActionRow } from "../rows.ts";
import type { Stage } from "../stage.ts";
import type { Level, Target } from "../targets.ts";

const SETTINGS = "app/(console)/agencies/[agency]/settings/actions.ts";
const OVERVIEW = "app/(console)/agencies/[agency]/actions.ts";
const POLICIES = "app/(console)/agencies/[agency]/policies/actions.ts";

/** What is done to an agency can be asked for from the views of its locations too, by whoever sees one. */
export const onAgency = (need: Permission, know: Permission | null = null): Record<Level, Rule> => ({
	AGENCY: { about: "view", know, need },
	LOCATION: { about: "view", know, need },
});

let days = 30;
/** A policy that asks nothing new of any key, and is another each time. */
function harmlessPolicy() {
	days = days === 730 ? 30 : days + 1;
	return { ...DEFAULT_POLICY, inactivityDays: days };
}

async function versionOf({ world }: Stage, { agency }: Target) {
	const { rows } = await world.owner.query<{ version: number }>(
		"select version from agency_policies where agency_id = $1",
		[agency.id],
	);
	return rows[0]?.version ?? 0;
}

export const AGENCY_ACTIONS: ActionRow[] = [
	{
		kind: "tenant",
		name: `${OVERVIEW}#endFirstStepsAction`,
		at: onAgency("agency.edit", "agency.view"),
		changes: true,
		isOfCrm: true,
		input: async () => ({}),
		undo: ({ world }) => world.owner.query("delete from first_steps_ends"),
	},
	{
		kind: "tenant",
		name: `${SETTINGS}#renameAgencyAction`,
		at: onAgency("agency.edit"),
		changes: true,
		// What is in the agency is looked for by its name.
		input: async (_stage, { agency }) => ({ name: agency.name }),
	},
	{
		kind: "tenant",
		name: `${SETTINGS}#deleteAgencyAction`,
		at: onAgency("agency.delete"),
		changes: true,
		stepUp: true,
		input: async (_stage, { agency }) => ({ typedName: agency.name }),
		undo: ({ world }, { agency }) =>
			world.owner.query("update agencies set deleted_at = null where id = $1", [agency.id]),
	},
	{
		kind: "tenant",
		name: `${POLICIES}#editPolicyAction`,
		at: onAgency("policy.write", "policy.read"),
		changes: true,
		input: async (stage, target) => ({ ...harmlessPolicy(), version: await versionOf(stage, target) }),
	},
	{
		kind: "tenant",
		name: `${POLICIES}#previewPolicyAction`,
		at: onAgency("policy.read", "policy.read"),
		changes: false,
		input: async () => harmlessPolicy(),
	},
];
