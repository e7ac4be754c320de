import { afterCall } from "#lib/core/crm/call-retries.ts";
import { Steps } from "#lib/core/crm/workflow-steps.ts";
import type { Database } from "#lib/data/client.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { insertRunStep, lockRun, queueRun, updateRun } from "#lib/data/workflow-runs.ts";
import type { Outcome } from "#lib/egress/send-webhook.ts";
import { type Call, makeCall } from "./call.ts";
import { moveOn, type Taken, type Target, takeStep } from "./take-step.ts";

/** After so long a job ends and queues up again behind others. */
const TURN_MS_MAX = 20_000;

type Turn = { database: Database; now: Date; signal: AbortSignal };

/**
 * Takes the steps of a run that are due, one after the other, and queues up for what is due later. Any number may do so at
 * once, and be killed at any moment: what is left is found by `find-due-runs`. Returns how many steps were taken.
 */
export async function runSteps({ database, now, signal }: Turn, target: Target): Promise<number> {
	const startedAt = performance.now();
	const elapsed = () => Math.round(performance.now() - startedAt);
	const clock = () => new Date(now.getTime() + elapsed());
	let taken = 0;
	while (!signal.aborted && elapsed() < TURN_MS_MAX) {
		let step = await takeStep(database, target, clock());
		if (step.kind === "call") step = await settleCall(database, target, step.call, clock);
		if (step.kind === "rests") return taken;
		taken++;
	}
	await transactAs(database, { agencyId: target.agencyId }, (tx) =>
		queueRun(tx, target.agencyId, target.runId, { now: clock() }),
	);
	return taken;
}

/** Makes a call outside of any transaction and writes what came of it, unless the lease went to somebody else meanwhile. */
async function settleCall(
	database: Database,
	{ agencyId, runId }: Target,
	call: Call,
	clock: () => Date,
): Promise<Taken> {
	const outcome = await makeCall(call, clock());
	const now = clock();
	return transactAs(database, { agencyId }, async (tx) => {
		const run = await lockRun(tx, agencyId, runId);
		const step = run && Steps.parse(run.steps)[run.position];
		if (!step || run.state !== "RUNNING" || run.lease !== call.lease) return { kind: "rests" };
		const after = afterCall(outcome.status, call.attempts);
		const detail = words(outcome);
		if (after.kind === "done") return moveOn(tx, agencyId, { run, step, outcome: "DONE", detail }, now);
		if (after.kind === "failed") return moveOn(tx, agencyId, { run, step, outcome: "FAILED", detail }, now);
		const note = { runId, position: run.position, kind: step.kind, outcome: "FAILED", detail } as const;
		await insertRunStep(tx, agencyId, note, now);
		const nextAt = new Date(now.getTime() + after.afterMs);
		await updateRun(tx, agencyId, runId, { lease: null, nextAt });
		await queueRun(tx, agencyId, runId, { now, runAt: nextAt });
		return { kind: "rests" };
	});
}

/** Not what was answered: that may hold what only the receiver should know. */
const words = ({ status, problem }: Outcome) => problem ?? `The answer was ${status}.`;
