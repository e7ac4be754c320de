import { Steps } from "#lib/core/crm/workflow-steps.ts";
import { type RunDetail, STEP_OUTCOMES } from "#lib/core/crm/workflows.ts";
import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { listRunSteps } from "#lib/data/workflow-runs.ts";
import { findReadableRun } from "./authorize.ts";
import { oneOf, summarizeRun } from "./summarize.ts";

/** A run with its steps and what came of each. */
export function getRun(
	ctx: Context,
	{ runId }: { runId: string },
): Promise<RunDetail & { locationId: string }> {
	return inTransaction(ctx, async (tx) => {
		const run = await findReadableRun(tx, ctx, runId);
		const history = await listRunSteps(tx, ctx.agencyId, runId);
		return {
			...summarizeRun(run),
			locationId: run.locationId,
			steps: Steps.parse(run.steps),
			history: history.map(({ outcome, at, ...row }) => ({
				...row,
				outcome: oneOf(STEP_OUTCOMES, outcome),
				at: at.toISOString(),
			})),
		};
	});
}
