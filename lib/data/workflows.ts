import type { WorkflowStatus } from "#lib/core/crm/workflow-states.ts";
import type { Step, Trigger } from "#lib/core/crm/workflow-steps.ts";
import type { Tx } from "./client.ts";
import { escapeLike } from "./escape-like.ts";

const facts = {
	id: true,
	locationId: true,
	name: true,
	status: true,
	trigger: true,
	steps: true,
	createdAt: true,
	updatedAt: true,
	version: true,
} as const;

export type WorkflowFacts = NonNullable<Awaited<ReturnType<typeof findWorkflow>>>;

/** The workflow; null when it is absent, deleted or another agency's. */
export const findWorkflow = (tx: Tx, agencyId: string, id: string) =>
	tx.workflow.findFirst({
		where: { agencyId, id, deletedAt: null, location: { deletedAt: null } },
		select: facts,
	});

/** {@link findWorkflow}, holding the row until the transaction ends. */
export async function lockWorkflow(tx: Tx, agencyId: string, id: string) {
	await tx.$queryRaw`
		select 1 from workflows where agency_id = ${agencyId}::uuid and id = ${id}::uuid for no key update`;
	return findWorkflow(tx, agencyId, id);
}

export const countWorkflows = (tx: Tx, agencyId: string, locationId: string) =>
	tx.workflow.count({ where: { agencyId, locationId, deletedAt: null } });

type Content = { name: string; trigger: Trigger; steps: readonly Step[] };
type Change = Partial<Content> & { status?: WorkflowStatus; deletedAt?: Date };

export const insertWorkflow = (
	tx: Tx,
	{ agencyId, locationId }: { agencyId: string; locationId: string },
	{ id, name, trigger, steps }: Content & { id: string },
	now: Date,
) =>
	tx.workflow.create({
		data: { agencyId, locationId, id, name, trigger, steps: [...steps], createdAt: now, updatedAt: now },
		select: facts,
	});

export const updateWorkflow = (
	tx: Tx,
	agencyId: string,
	id: string,
	{ steps, ...change }: Change,
	now: Date,
) =>
	tx.workflow.update({
		where: { agencyId_id: { agencyId, id } },
		data: { ...change, ...(steps && { steps: [...steps] }), updatedAt: now, version: { increment: 1 } },
		select: facts,
	});

export type WorkflowQuery = {
	locationId: string;
	/** A part of the name; null for all. */
	search: string | null;
	status: WorkflowStatus | null;
	page: number;
	pageSize: number;
};

const conditions = (agencyId: string, { locationId, search, status }: WorkflowQuery) => ({
	agencyId,
	locationId,
	deletedAt: null,
	...(search !== null && { name: { contains: escapeLike(search), mode: "insensitive" as const } }),
	...(status !== null && { status }),
});

/** A page of a location's workflows by name, and how many there are in all. */
export const listWorkflowRows = async (tx: Tx, agencyId: string, query: WorkflowQuery) => ({
	total: await tx.workflow.count({ where: conditions(agencyId, query) }),
	rows: await tx.workflow.findMany({
		where: conditions(agencyId, query),
		select: facts,
		orderBy: [{ name: "asc" }, { id: "asc" }],
		take: query.pageSize,
		skip: (query.page - 1) * query.pageSize,
	}),
});

export type RunCounts = {
	workflowId: string;
	total: number;
	running: number;
	failed: number;
	lastAt: Date | null;
};

/** How many runs each of these workflows has had. */
export const countRunsOf = (tx: Tx, agencyId: string, workflowIds: readonly string[]) =>
	tx.$queryRaw<RunCounts[]>`
		select workflow_id as "workflowId", count(*)::int as total,
			count(*) filter (where state = 'RUNNING')::int as running,
			count(*) filter (where state = 'FAILED')::int as failed, max(started_at) as "lastAt"
		from workflow_runs
		where agency_id = ${agencyId}::uuid and workflow_id = any(${[...workflowIds]}::uuid[]) group by 1`;

/** Whether a trigger's form or link is there. */
export const hasForm = async (tx: Tx, agencyId: string, locationId: string, id: string) =>
	(await tx.form.count({ where: { agencyId, locationId, id } })) > 0;

export const hasLink = async (tx: Tx, agencyId: string, locationId: string, id: string) =>
	(await tx.triggerLink.count({ where: { agencyId, locationId, id } })) > 0;

/** What triggers and steps of a location may name. */
export const listNameable = async (tx: Tx, agencyId: string, locationId: string) => {
	const where = { agencyId, locationId };
	const named = { select: { id: true, name: true }, orderBy: { name: "asc" } } as const;
	return {
		forms: await tx.form.findMany({ where, ...named }),
		links: await tx.triggerLink.findMany({ where, ...named }),
		fields: await tx.customField.findMany({ where, ...named }),
	};
};
