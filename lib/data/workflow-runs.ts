import type { RunState, Step, Trigger } from "#lib/core/crm/workflow-steps.ts";
import type { StepOutcome } from "#lib/core/crm/workflows.ts";
import { newId } from "#lib/core/ids.ts";
import type { Database, Tx } from "./client.ts";
import { addJob } from "./jobs.ts";

type Place = { agencyId: string; locationId: string };

/** The published workflows of a location that something like this starts. */
export const listStartedBy = (tx: Tx, { agencyId, locationId }: Place, trigger: Trigger) =>
	tx.workflow.findMany({
		where: { agencyId, locationId, status: "PUBLISHED", deletedAt: null, trigger: { equals: trigger } },
		select: { id: true, steps: true },
		orderBy: { id: "asc" },
	});

export type NewRun = {
	workflowId: string;
	contactId: string;
	/** What starts it, once: the same occasion starts nothing again. */
	occasion: string;
	startedBy: string;
	steps: readonly Step[];
	depth: number;
};

/** Writes a run that is due at a moment; null when this occasion has started one before. */
export async function insertRun(
	tx: Tx,
	{ agencyId, locationId }: Place,
	run: NewRun,
	{ now, dueAt }: { now: Date; dueAt: Date },
) {
	const id = newId();
	const { count } = await tx.workflowRun.createMany({
		data: { agencyId, locationId, id, ...run, steps: [...run.steps], startedAt: now, nextAt: dueAt },
		skipDuplicates: true,
	});
	return count === 1 ? id : null;
}

/** Has a run's steps taken once the transaction has committed, or from a moment on. */
export const queueRun = (tx: Pick<Tx, "$executeRaw">, agencyId: string, runId: string, runAt?: Date) =>
	addJob(tx, "run-workflow", { agencyId, runId }, { key: `workflow-run:${runId}`, ...(runAt && { runAt }) });

/** The runs, of all agencies, whose next step is due. */
export const listDueRuns = ({ db }: Pick<Database, "db">, now: Date, max: number) =>
	db.$queryRaw<{ agencyId: string; runId: string }[]>`
		select agency_id as "agencyId", run_id as "runId" from latchkey_due_runs(${now}, ${max}::int)`;

const facts = {
	id: true,
	locationId: true,
	workflowId: true,
	contactId: true,
	steps: true,
	position: true,
	state: true,
	nextAt: true,
	attempts: true,
	lease: true,
	depth: true,
	startedBy: true,
	startedAt: true,
	endedAt: true,
	workflow: { select: { id: true, name: true } },
	contact: { select: { id: true, firstName: true, lastName: true, email: true, phone: true, tags: true } },
} as const;

export type RunFacts = NonNullable<Awaited<ReturnType<typeof findRun>>>;

/** The run; null when it is absent, another agency's, or at a location that was deleted. */
export const findRun = (tx: Tx, agencyId: string, id: string) =>
	tx.workflowRun.findFirst({
		where: { agencyId, id, workflow: { location: { deletedAt: null } } },
		select: facts,
	});

/** {@link findRun}, holding its contact and then the run until the transaction ends, in the order in which a contact is deleted. */
export async function lockRun(tx: Tx, agencyId: string, id: string) {
	await tx.$queryRaw`select 1 from contacts c where c.agency_id = ${agencyId}::uuid and c.id = (
		select r.contact_id from workflow_runs r where r.agency_id = ${agencyId}::uuid and r.id = ${id}::uuid) for no key update`;
	await tx.$queryRaw`
		select 1 from workflow_runs where agency_id = ${agencyId}::uuid and id = ${id}::uuid for no key update`;
	return findRun(tx, agencyId, id);
}

/** Whether the agency and the location are there and not suspended. */
export async function isPlaceOpen(tx: Tx, { agencyId, locationId }: Place) {
	const open = { deletedAt: null, suspendedAt: null };
	return (await tx.location.count({ where: { agencyId, id: locationId, ...open, agency: open } })) > 0;
}

type RunChange = {
	position?: number;
	state?: RunState;
	nextAt?: Date | null;
	attempts?: number;
	lease?: string | null;
	endedAt?: Date;
};

export const updateRun = (tx: Tx, agencyId: string, id: string, change: RunChange) =>
	tx.workflowRun.update({
		where: { agencyId_id: { agencyId, id } },
		data: change,
		select: { nextAt: true, state: true },
	});

type NewRunStep = { runId: string; position: number; kind: string; outcome: StepOutcome; detail: string };

export const insertRunStep = (tx: Tx, agencyId: string, step: NewRunStep, now: Date) =>
	tx.workflowRunStep.create({ data: { agencyId, id: newId(), ...step, at: now }, select: { id: true } });

/** Ends runs that are under way: those of a workflow, of a contact, or of both. Returns how many. */
export async function stopRuns(
	tx: Tx,
	agencyId: string,
	of: { workflowId: string; contactId?: string },
	now: Date,
): Promise<number> {
	const { count } = await tx.workflowRun.updateMany({
		where: { agencyId, ...of, state: "RUNNING" },
		data: { state: "STOPPED", nextAt: null, lease: null, endedAt: now },
	});
	return count;
}

/** The run in which a contact is under way in a workflow; null when there is none. */
export const findRunning = (tx: Tx, agencyId: string, of: { workflowId: string; contactId: string }) =>
	tx.workflowRun.findFirst({ where: { agencyId, ...of, state: "RUNNING" }, select: { id: true } });

/** Locks a contact of a location; null when there is none. */
export async function lockContactAt(tx: Tx, { agencyId, locationId }: Place, id: string) {
	await tx.$queryRaw`
		select 1 from contacts where agency_id = ${agencyId}::uuid and id = ${id}::uuid for no key update`;
	return tx.contact.findFirst({ where: { agencyId, locationId, id }, select: { id: true } });
}

export type RunQuery = {
	locationId: string;
	/** Null for every workflow, or every contact. */
	workflowId: string | null;
	contactId: string | null;
	state: RunState | null;
	page: number;
	pageSize: number;
};

const conditions = (agencyId: string, { locationId, workflowId, contactId, state }: RunQuery) => ({
	agencyId,
	locationId,
	...(workflowId !== null && { workflowId }),
	...(contactId !== null && { contactId }),
	...(state !== null && { state }),
});

/** A page of runs, the newest first, and how many there are in all. */
export const listRunRows = async (tx: Tx, agencyId: string, query: RunQuery) => ({
	total: await tx.workflowRun.count({ where: conditions(agencyId, query) }),
	rows: await tx.workflowRun.findMany({
		where: conditions(agencyId, query),
		select: facts,
		orderBy: [{ startedAt: "desc" }, { id: "desc" }],
		take: query.pageSize,
		skip: (query.page - 1) * query.pageSize,
	}),
});

/** What was done in a run, the oldest first. */
export const listRunSteps = (tx: Tx, agencyId: string, runId: string) =>
	tx.workflowRunStep.findMany({
		where: { agencyId, runId },
		select: { id: true, position: true, kind: true, outcome: true, detail: true, at: true },
		orderBy: [{ at: "asc" }, { id: "asc" }],
	});
