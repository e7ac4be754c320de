import { runSteps } from "#lib/services/workflows/run.ts";
import type { Handler } from "../job.ts";

/** Takes the steps of one run that are due. */
export const runWorkflow: Handler<"run-workflow"> = async (job, target) => {
	if (job.dryRun) return `would take the steps of ${target.runId} that are due`;
	return `${await runSteps(job, target)} steps taken`;
};
