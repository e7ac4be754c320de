import type { RunSummary } from "#lib/core/crm/workflows.ts";
import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { listRunRows, type RunQuery } from "#lib/data/workflow-runs.ts";
import { permitCrm } from "../permit-crm.ts";
import { summarizeRun } from "./summarize.ts";

export type { RunQuery } from "#lib/data/workflow-runs.ts";

/** A page of the runs of a location, of one workflow or one contact when they are named, the newest first. */
export function listRuns(ctx: Context, query: RunQuery): Promise<{ rows: RunSummary[]; total: number }> {
	return inTransaction(ctx, async (tx) => {
		await permitCrm(tx, ctx, query.locationId, "read");
		const { rows, total } = await listRunRows(tx, ctx.agencyId, query);
		return { total, rows: rows.map(summarizeRun) };
	});
}
