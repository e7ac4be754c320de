import type { WorkflowStatus } from "#lib/core/crm/workflow-states.ts";
import type { Step, Trigger } from "#lib/core/crm/workflow-steps.ts";
import type { WorkflowFields } from "#lib/core/crm/workflows.ts";
import { newId } from "#lib/core/ids.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { insertWorkflow, updateWorkflow } from "#lib/data/workflows.ts";
import { startWorkflows } from "#lib/services/workflows/start.ts";
import { NOW, type TestLocation } from "./factories.ts";
import type { World } from "./world.ts";

export type TestWorkflow = { agencyId: string; locationId: string; id: string; name: string };

type WorkflowOptions = { name?: string; trigger?: Trigger; steps?: Step[]; status?: WorkflowStatus };

/** What an editor sends for a workflow. */
export const workflowFields = (fields: Partial<WorkflowFields> = {}): WorkflowFields => ({
	name: "Welcome",
	trigger: { kind: "contact_created" },
	steps: [{ kind: "add_tag", tag: "welcomed" }],
	...fields,
});

/** A workflow that is published, unless the options say otherwise. */
export async function makeWorkflow(
	{ database }: World,
	{ agencyId, id: locationId }: TestLocation,
	{ status = "PUBLISHED", ...fields }: WorkflowOptions = {},
): Promise<TestWorkflow> {
	const row = { id: newId(), ...workflowFields(fields) };
	await transactAs(database, { agencyId }, async (tx) => {
		await insertWorkflow(tx, { agencyId, locationId }, row, NOW);
		if (status === "PUBLISHED") await updateWorkflow(tx, agencyId, row.id, { status }, NOW);
	});
	return { agencyId, locationId, id: row.id, name: row.name };
}

/** Says that a contact was made, which starts what waits for that. */
export const start = (
	{ database }: World,
	{ agencyId, id: locationId }: TestLocation,
	contactId: string,
	{ occasion = newId() } = {},
) =>
	transactAs(database, { agencyId }, (tx) =>
		startWorkflows(
			tx,
			{ agencyId, now: NOW },
			{ locationId, trigger: { kind: "contact_created" }, contactId, occasion },
		),
	);

export type StoredRun = {
	id: string;
	workflow_id: string;
	contact_id: string;
	position: number;
	state: string;
	next_at: Date | null;
	attempts: number;
	depth: number;
	lease: string | null;
};

/** The runs at a location, the oldest first. */
export const storedRuns = async ({ owner }: World, location: { id: string }): Promise<StoredRun[]> =>
	(
		await owner.query(
			`select id, workflow_id, contact_id, position, state, next_at, attempts, depth, lease
				from workflow_runs where location_id = $1 order by started_at, id`,
			[location.id],
		)
	).rows;

/** What was noted of a run, the oldest first. */
export const storedHistory = async ({ owner }: World, runId: string) =>
	(
		await owner.query<{ position: number; kind: string; outcome: string; detail: string }>(
			"select position, kind, outcome, detail from workflow_run_steps where run_id = $1 order by at, id",
			[runId],
		)
	).rows;

/** A workflow as it is stored. */
export const storedWorkflow = async ({ owner }: World, id: string) =>
	(await owner.query("select * from workflows where id = $1", [id])).rows[0] ?? null;
