import { queueDueRuns } from "#lib/services/workflows/find-due.ts";
import type { Handler } from "../job.ts";

/** Has runs of workflows go on wherever a step is due. */
export const findDueRuns: Handler<"find-due-runs"> = async (job) => {
	const runs = await queueDueRuns(job, job);
	return `${runs} runs with a step that is due`;
};
