import type { RunState } from "#lib/core/crm/workflow-states.ts";
import type { Step, Trigger } from "#lib/core/crm/workflow-steps.ts";
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
	/** Null for a run that no step of another starts. */
	firstRunId: string | null;
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

const DUE_COUNTED_MAX = 1_000;

type Due = { now: Date; runAt?: Date };

/**
 * Has a run's steps taken once the transaction has committed, or from a moment on. The more of its agency are due, the
 * further behind it stands, so that an agency with very many holds nobody else up.
 */
export async function queueRun(tx: Tx, agencyId: string, runId: string, { now, runAt = now }: Due) {
	const [due] = await tx.$queryRaw<{ count: number }[]>`
		select count(*)::int as count from (select from workflow_runs
			where agency_id = ${agencyId}::uuid and state = 'RUNNING' and next_at <= ${now} limit ${DUE_COUNTED_MAX}) r`;
	await addJob(
		tx,
		"run-workflow",
		{ agencyId, runId },
		{ key: keyOf(runId), priority: due?.count ?? 0, ...(runAt > now && { runAt }) },
	);
}

const keyOf = (runId: string) => `workflow-run:${runId}`;

export type DueRun = { agencyId: string; runId: string; place: number };

/** The runs whose next step is due, by their places among those of their agency: the first of each, then the second. */
export const listDueRuns = ({ db }: Pick<Database, "db">, now: Date, max: number) =>
	db.$queryRaw<DueRun[]>`
		select agency_id as "agencyId", run_id as "runId", place from latchkey_due_runs(${now}, ${max}::int)`;

/** {@link queueRun} for many, by their places. */
export const queueRuns = ({ db }: Pick<Database, "db">, runs: readonly DueRun[]) => {
	const jobs = runs.map(({ agencyId, runId, place }) => ({
		payload: { agencyId, runId },
		key: keyOf(runId),
		priority: Math.min(place, DUE_COUNTED_MAX),
	}));
	return db.$executeRaw`
		select count(*) from graphile_worker.add_jobs(array(
			select row('run-workflow', j.payload, null, null, null, j.key, j.priority, null)::graphile_worker.job_spec
			from json_to_recordset(${JSON.stringify(jobs)}::json) as j (payload json, key text, priority int)))`;
};

/** How many runs have come of one, with that one. Whoever asks holds the contact, so that no other step adds one meanwhile. */
export const countChain = (tx: Tx, agencyId: string, contactId: string, firstRunId: string) =>
	tx.workflowRun.count({ where: { agencyId, contactId, OR: [{ id: firstRunId }, { firstRunId }] } });

/** Ends runs that wait at a location or an agency that was deleted, where no step is ever taken again. */
export const stopRunsAtDeleted = (tx: Tx, agencyId: string, now: Date) =>
	tx.$executeRaw`update workflow_runs r set state = 'STOPPED', next_at = null, lease = null, ended_at = ${now}
		from locations l join agencies a on a.id = l.agency_id
		where r.agency_id = ${agencyId}::uuid and r.state = 'RUNNING' and l.agency_id = r.agency_id and l.id = r.location_id
			and (l.deleted_at is not null or a.deleted_at is not null)`;

/** Deletes up to `max` runs that were over before a moment, with what was noted of them. Returns how many. */
export const deleteOldRuns = (tx: Tx, agencyId: string, before: Date, max: number) =>
	tx.$executeRaw`delete from workflow_runs where agency_id = ${agencyId}::uuid and id in (
		select id from workflow_runs where agency_id = ${agencyId}::uuid and ended_at < ${before}
		limit ${max}::int for update skip locked)`;

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
	firstRunId: true,
	depth: true,
	startedBy: true,
	startedAt: true,
	endedAt: true,
	workflow: { select: { id: true, name: true, deletedAt: true } },
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

/** Ends runs that are under way: those of a workflow, or of a contact in it. Returns how many. */
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
