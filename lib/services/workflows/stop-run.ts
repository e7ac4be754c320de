import { AppError } from "#lib/core/errors.ts";
import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { updateRun } from "#lib/data/workflow-runs.ts";
import { lockChangeableRun } from "./authorize.ts";

/** Ends a run where it is. A call that is on its way may still arrive; nothing follows it. */
export function stopRun(ctx: Context, { runId }: { runId: string }) {
	return inTransaction(ctx, async (tx) => {
		const { state } = await lockChangeableRun(tx, ctx, runId);
		if (state !== "RUNNING") throw new AppError("conflict", "This run is over already.");
		const stopped = { state: "STOPPED", nextAt: null, lease: null, endedAt: ctx.now } as const;
		await updateRun(tx, ctx.agencyId, runId, stopped);
		return { id: runId };
	});
}
