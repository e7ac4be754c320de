import { readDatabaseTime } from "#lib/data/usage.ts";
import { runSteps } from "#lib/services/workflows/run.ts";
import type { Handler } from "../job.ts";

/** Takes the steps of one run that are due, by the database's clock: processes whose own differ agree on what is. */
export const runWorkflow: Handler<"run-workflow"> = async (job, target) => {
	if (job.dryRun) return `would take the steps of ${target.runId} that are due`;
	const now = await readDatabaseTime(job.database);
	return `${await runSteps({ ...job, now }, target)} steps taken`;
};
