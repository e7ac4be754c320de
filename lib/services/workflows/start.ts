import { Steps, type Trigger } from "#lib/core/crm/workflow-steps.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { insertRun, listStartedBy, type NewRun } from "#lib/data/workflow-runs.ts";

type Start = {
	locationId: string;
	trigger: Trigger;
	contactId: string;
	/** Names what happened; the same starts a workflow once. */
	occasion: string;
};

type Place = Pick<Context, "agencyId" | "now"> & { locationId: string };

/**
 * Starts the workflows that wait for this, in the transaction of what happened: none without it, and it not without them.
 * Whatever changes a contact, takes a submission or counts a click calls it.
 */
export async function startWorkflows(
	tx: Tx,
	{ agencyId, now }: Pick<Context, "agencyId" | "now">,
	{ locationId, trigger, contactId, occasion }: Start,
): Promise<void> {
	const place = { agencyId, now, locationId };
	for (const { id: workflowId, steps } of await listStartedBy(tx, place, trigger)) {
		const run = { workflowId, contactId, occasion, startedBy: trigger.kind, steps: Steps.parse(steps) };
		await startRun(tx, place, run);
	}
}

/** Starts one run, due at once. Null when this occasion has started one before. */
export const startRun = (tx: Tx, { agencyId, locationId, now }: Place, run: NewRun) =>
	insertRun(tx, { agencyId, locationId }, run, now);
