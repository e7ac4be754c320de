import { Steps, type Trigger } from "#lib/core/crm/workflow-steps.ts";
import { CHAIN_RUNS_MAX, RUN_DEPTH_MAX } from "#lib/core/crm/workflows.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { countChain, insertRun, listStartedBy, type NewRun, queueRun } from "#lib/data/workflow-runs.ts";

type Start = {
	locationId: string;
	trigger: Trigger;
	contactId: string;
	/** Names what happened; the same starts a workflow once. */
	occasion: string;
};

type Starter = Pick<Context, "agencyId" | "now" | "chain">;

/**
 * Starts the workflows that wait for this, in the transaction of what happened: none without it, and it not without them.
 * Whatever changes a contact, takes a submission or counts a click calls it. A chain of runs that start each other ends
 * where {@link findChainEnd} says.
 */
export async function startWorkflows(
	tx: Tx,
	ctx: Starter,
	{ locationId, trigger, contactId, occasion }: Start,
): Promise<void> {
	if ((await findChainEnd(tx, ctx, contactId)) !== null) return;
	const { agencyId, now, chain } = ctx;
	const place = { agencyId, now, locationId };
	for (const { id: workflowId, steps } of await listStartedBy(tx, place, trigger)) {
		await startRun(tx, place, {
			workflowId,
			contactId,
			occasion,
			startedBy: trigger.kind,
			steps: Steps.parse(steps),
			firstRunId: chain?.firstRunId ?? null,
			depth: chain?.depth ?? 0,
		});
	}
}

/** Why a step starts no more runs, in words; null while it may. */
export async function findChainEnd(
	tx: Tx,
	{ agencyId, chain }: Starter,
	contactId: string,
): Promise<string | null> {
	if (!chain) return null;
	if (chain.depth >= RUN_DEPTH_MAX)
		return `This starts no more workflows: ${RUN_DEPTH_MAX} runs have led from one to the next.`;
	const runs = await countChain(tx, agencyId, contactId, chain.firstRunId);
	return runs < CHAIN_RUNS_MAX
		? null
		: `This starts no more workflows: ${runs} runs have come of one already.`;
}

type Place = Pick<Context, "agencyId" | "now"> & { locationId: string };

/** Starts one run, due at once or at a later moment. Null when this occasion has started one before. */
export async function startRun(tx: Tx, { agencyId, locationId, now }: Place, run: NewRun, dueAt = now) {
	const id = await insertRun(tx, { agencyId, locationId }, run, { now, dueAt });
	if (id !== null) await queueRun(tx, agencyId, id, { now, runAt: dueAt });
	return id;
}
