import { nameOfContact } from "#lib/core/crm/contact-fields.ts";
import { RUN_STATES, WORKFLOW_STATUSES } from "#lib/core/crm/workflow-states.ts";
import { Steps, Trigger } from "#lib/core/crm/workflow-steps.ts";
import type { RunSummary, WorkflowDetail, WorkflowSummary } from "#lib/core/crm/workflows.ts";
import type { RunFacts } from "#lib/data/workflow-runs.ts";
import type { RunCounts, WorkflowFacts } from "#lib/data/workflows.ts";

/** A value of a closed list, as it is stored. */
export function oneOf<Value extends string>(values: readonly Value[], text: string): Value {
	const found = values.find((value) => value === text);
	if (found === undefined) throw new Error(`${text} is none of ${values}`);
	return found;
}

/** A workflow as lists show it. */
export function summarizeWorkflow(row: WorkflowFacts, runs: RunCounts | undefined): WorkflowSummary {
	const { steps: _, ...summary } = presentWorkflow(row, runs);
	return summary;
}

/** A workflow with its steps. */
export function presentWorkflow(row: WorkflowFacts, runs: RunCounts | undefined): WorkflowDetail {
	const steps = Steps.parse(row.steps);
	return {
		id: row.id,
		name: row.name,
		status: oneOf(WORKFLOW_STATUSES, row.status),
		trigger: Trigger.parse(row.trigger),
		stepCount: steps.length,
		steps,
		runs: { total: runs?.total ?? 0, running: runs?.running ?? 0, failed: runs?.failed ?? 0 },
		lastRunAt: runs?.lastAt?.toISOString() ?? null,
		createdAt: row.createdAt.toISOString(),
		updatedAt: row.updatedAt.toISOString(),
		version: row.version,
	};
}

/** A run as lists show it. */
export const summarizeRun = ({ contact, ...run }: RunFacts): RunSummary => ({
	id: run.id,
	contact: { id: contact.id, name: contactName(contact) },
	workflow: { id: run.workflow.id, name: run.workflow.name, isDeleted: run.workflow.deletedAt !== null },
	state: oneOf(RUN_STATES, run.state),
	startedBy: run.startedBy,
	position: run.position,
	stepCount: Steps.parse(run.steps).length,
	nextAt: run.nextAt?.toISOString() ?? null,
	startedAt: run.startedAt.toISOString(),
	endedAt: run.endedAt?.toISOString() ?? null,
});

export const contactName = (contact: RunFacts["contact"]) =>
	nameOfContact(contact) ?? "A contact without a name";
