import { Steps, type Trigger } from "#lib/core/crm/workflow-steps.ts";
import { RUN_DEPTH_MAX } from "#lib/core/crm/workflows.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { insertRun, listStartedBy, type NewRun, queueRun } from "#lib/data/workflow-runs.ts";

type Start = {
	locationId: string;
	trigger: Trigger;
	contactId: string;
	/** Names what happened; the same starts a workflow once. */
	occasion: string;
};

type Starter = Pick<Context, "agencyId" | "now" | "runDepth">;

/**
 * Starts the workflows that wait for this, in the transaction of what happened: none without it, and it not without them.
 * Whatever changes a contact, takes a submission or counts a click calls it. A chain of runs that start each other ends
 * after {@link RUN_DEPTH_MAX}.
 */
export async function startWorkflows(
	tx: Tx,
	{ agencyId, now, runDepth = 0 }: Starter,
	{ locationId, trigger, contactId, occasion }: Start,
): Promise<void> {
	if (runDepth >= RUN_DEPTH_MAX) return;
	const place = { agencyId, now, locationId };
	for (const { id: workflowId, steps } of await listStartedBy(tx, place, trigger)) {
		await startRun(tx, place, {
			workflowId,
			contactId,
			occasion,
			startedBy: trigger.kind,
			steps: Steps.parse(steps),
			depth: runDepth,
		});
	}
}

type Place = Pick<Context, "agencyId" | "now"> & { locationId: string };

/** Starts one run, due at once or at a later moment. Null when this occasion has started one before. */
export async function startRun(tx: Tx, { agencyId, locationId, now }: Place, run: NewRun, dueAt = now) {
	const id = await insertRun(tx, { agencyId, locationId }, run, { now, dueAt });
	if (id !== null) await queueRun(tx, agencyId, id, ...(dueAt > now ? [dueAt] : []));
	return id;
}
