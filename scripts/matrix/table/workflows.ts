import { newId } from "#lib/core/ids.ts";
import { makeContact } from "#lib/testing/contacts.ts";
import type { TestLocation } from "#lib/testing/factories.ts";
import { makeWorkflow, start, workflowFields } from "#lib/testing/workflows.ts";
import type { Rule } from "../expected.ts";
import type { ActionRow } from "../rows.ts";
import type { Stage } from "../stage.ts";
import type { Target } from "../targets.ts";

const FILE = "app/(console)/agencies/[agency]/locations/[location]/workflows/actions.ts";

const onCrm = (about: Rule["about"]): { LOCATION: Rule } => ({
	LOCATION: { about, know: "crm.read", need: "crm.write" },
});

const placeOf = ({ agency, location }: Target): TestLocation | null =>
	location && { agencyId: agency.id, ...location };

/** A location has room for so many of them. */
const markDeleted = ({ world }: Stage, { location }: Target) =>
	world.owner.query("update workflows set deleted_at = now() where location_id = $1", [location?.id]);

/** A workflow in the target's state. */
export async function workflowOf(stage: Stage, target: Target) {
	const place = placeOf(target);
	if (target.state === "non-existent" || !place) return newId();
	const { id } = await makeWorkflow(stage.world, place, { status: "DRAFT" });
	if (target.state === "deleted") await markDeleted(stage, target);
	return id;
}

/** A contact under way in a workflow; a run that is deleted went with its contact. */
export async function runOf(stage: Stage, target: Target) {
	const place = placeOf(target);
	if (target.state === "non-existent" || !place) return newId();
	const { owner } = stage.world;
	await makeWorkflow(stage.world, place, { steps: [{ kind: "wait", minutes: 60 }] });
	const contact = await makeContact(stage.world, place);
	await start(stage.world, place, contact.id);
	const { rows } = await owner.query<{ id: string }>(
		"select id from workflow_runs where contact_id = $1 limit 1",
		[contact.id],
	);
	await markDeleted(stage, target);
	if (target.state === "deleted") await owner.query("delete from contacts where id = $1", [contact.id]);
	return rows[0]?.id ?? newId();
}

const aWorkflow = { kind: "tenant", at: onCrm("thing"), changes: true, isOfCrm: true } as const;

const aboutWorkflow =
	(rest: Record<string, unknown> = {}) =>
	async (stage: Stage, target: Target) => ({ workflowId: await workflowOf(stage, target), ...rest });

export const WORKFLOW_ACTIONS: ActionRow[] = [
	{
		kind: "tenant",
		at: onCrm("place"),
		changes: true,
		isOfCrm: true,
		name: `${FILE}#createWorkflowAction`,
		async input(stage, target) {
			await markDeleted(stage, target);
			return { ...workflowFields(), locationId: target.location?.id };
		},
	},
	{
		...aWorkflow,
		name: `${FILE}#editWorkflowAction`,
		input: aboutWorkflow({ ...workflowFields({ name: "Edited" }), version: 1 }),
	},
	{
		...aWorkflow,
		name: `${FILE}#setWorkflowStatusAction`,
		input: aboutWorkflow({ status: "PUBLISHED" }),
	},
	{ ...aWorkflow, name: `${FILE}#deleteWorkflowAction`, input: aboutWorkflow({ stopsRuns: true }) },
	{
		...aWorkflow,
		name: `${FILE}#stopRunAction`,
		input: async (stage: Stage, target: Target) => ({ runId: await runOf(stage, target) }),
	},
];
