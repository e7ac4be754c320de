import { afterCall } from "#lib/core/crm/call-retries.ts";
import { type Step, Steps } from "#lib/core/crm/workflow-steps.ts";
import type { StepOutcome } from "#lib/core/crm/workflows.ts";
import { AppError } from "#lib/core/errors.ts";
import type { Database, Tx } from "#lib/data/client.ts";
import { UniqueViolation } from "#lib/data/database-errors.ts";
import { transactAs } from "#lib/data/transaction.ts";
import {
	insertRunStep,
	isPlaceOpen,
	lockRun,
	queueRun,
	type RunFacts,
	updateRun,
} from "#lib/data/workflow-runs.ts";
import { type Call, prepareCall } from "./call.ts";
import { doStep } from "./do-step.ts";

export type Target = { agencyId: string; runId: string };

/** A step was taken and the next may be due; nothing is due now; or a call is to be made. */
export type Taken = { kind: "moved" } | { kind: "rests" } | { kind: "call"; call: Call };

const MINUTE_MS = 60_000;

/**
 * Takes the step of a run that is due, in one transaction: what it does, its line in the history, and the way to the next.
 * So a step is done once, however many workers ask and whenever they die. One that is refused ends the run.
 */
export async function takeStep(database: Database, target: Target, now: Date): Promise<Taken> {
	const seen: { position: number | null } = { position: null };
	try {
		return await transactAs(database, { agencyId: target.agencyId }, async (tx) => {
			const run = await lockDueRun(tx, target, now);
			if (!run) return { kind: "rests" };
			seen.position = run.position;
			return stepOf(tx, target, run, now);
		});
	} catch (error) {
		const refusal = refusalIn(error);
		if (seen.position === null || isUnavailable(error)) throw error;
		if (refusal === null) {
			await putOffStep(database, target, seen.position, now);
			throw error;
		}
		return failStep(database, target, { position: seen.position, refusal }, now);
	}
}

/**
 * The run, held, when its next step is due and its place is open; a place that is resumed is found again. Whoever comes too
 * early, by a clock that is behind the one of whoever queued the run, has it looked for again.
 */
async function lockDueRun(tx: Tx, { agencyId, runId }: Target, now: Date): Promise<RunFacts | null> {
	const run = await lockRun(tx, agencyId, runId);
	if (run?.state !== "RUNNING" || !run.nextAt) return null;
	if (run.nextAt > now) {
		await queueRun(tx, agencyId, runId, { now, runAt: run.nextAt });
		return null;
	}
	return (await isPlaceOpen(tx, { agencyId, locationId: run.locationId })) ? run : null;
}

async function stepOf(tx: Tx, { agencyId }: Target, run: RunFacts, now: Date): Promise<Taken> {
	const steps = Steps.parse(run.steps);
	const step = steps[run.position];
	if (!step) {
		await updateRun(tx, agencyId, run.id, { state: "DONE", nextAt: null, endedAt: now });
		return { kind: "rests" };
	}
	if (step.kind === "call_webhook")
		return { kind: "call", call: await prepareCall(tx, agencyId, run, step.url, now) };
	const chain = { firstRunId: run.firstRunId ?? run.id, depth: run.depth + 1 };
	const done = await doStep(tx, { agencyId, now, chain }, run, step);
	return moveOn(tx, agencyId, { run, step, ...done }, now);
}

type Move = {
	run: Pick<RunFacts, "id" | "position" | "steps">;
	step: Step;
	outcome: StepOutcome;
	detail: string;
};

/** Notes a step that was taken, and leads the run to the next: at once, after a wait, or to its end. */
export async function moveOn(
	tx: Tx,
	agencyId: string,
	{ run, step, outcome, detail }: Move,
	now: Date,
): Promise<Taken> {
	const note = { runId: run.id, position: run.position, kind: step.kind, outcome, detail };
	await insertRunStep(tx, agencyId, note, now);
	const position = run.position + 1;
	const isLast = position === Steps.parse(run.steps).length;
	const fresh = { position, attempts: 0, lease: null };
	if (outcome === "FAILED") {
		const ended = { state: "FAILED", nextAt: null, endedAt: now } as const;
		await updateRun(tx, agencyId, run.id, { ...fresh, ...ended, position: run.position });
		return { kind: "rests" };
	}
	if (step.kind === "wait") {
		const nextAt = new Date(now.getTime() + step.minutes * MINUTE_MS);
		await updateRun(tx, agencyId, run.id, { ...fresh, nextAt });
		await queueRun(tx, agencyId, run.id, { now, runAt: nextAt });
		return { kind: "rests" };
	}
	const next = isLast ? ({ state: "DONE", nextAt: null, endedAt: now } as const) : { nextAt: now };
	await updateRun(tx, agencyId, run.id, { ...fresh, ...next });
	return { kind: isLast ? "rests" : "moved" };
}

/** What was to be done is undone by now; its refusal is noted, unless somebody else has taken the step since. */
const failStep = (
	database: Database,
	target: Target,
	{ position, refusal }: { position: number; refusal: string },
	now: Date,
): Promise<Taken> =>
	transactAs(database, { agencyId: target.agencyId }, async (tx) => {
		const run = await lockDueRun(tx, target, now);
		const step = run && Steps.parse(run.steps)[position];
		if (!run || !step || run.position !== position) return { kind: "rests" };
		return moveOn(tx, target.agencyId, { run, step, outcome: "FAILED", detail: refusal }, now);
	});

const FAULT = "Latchkey could not take this step. Its operator finds the reason in the log.";

/** What fails for no reason that is the workflow's own is tried again as calls are, and not for ever. */
const putOffStep = (database: Database, { agencyId, runId }: Target, position: number, now: Date) =>
	transactAs(database, { agencyId }, async (tx) => {
		const run = await lockDueRun(tx, { agencyId, runId }, now);
		if (run?.position !== position) return;
		const attempts = run.attempts + 1;
		const after = afterCall(null, attempts);
		if (after.kind === "again") {
			const nextAt = new Date(now.getTime() + after.afterMs);
			await updateRun(tx, agencyId, runId, { attempts, nextAt });
			await queueRun(tx, agencyId, runId, { now, runAt: nextAt });
			return;
		}
		const kind = Steps.safeParse(run.steps).data?.[position]?.kind ?? "";
		await insertRunStep(tx, agencyId, { runId, position, kind, outcome: "FAILED", detail: FAULT }, now);
		await updateRun(tx, agencyId, runId, { state: "FAILED", nextAt: null, endedAt: now });
	});

const isUnavailable = (error: unknown) => error instanceof AppError && error.code === "unavailable";

function refusalIn(error: unknown): string | null {
	if (error instanceof UniqueViolation) return "Another contact of this location has this value already.";
	if (!(error instanceof AppError)) return null;
	return error.code === "internal" ? null : error.detail;
}
