import { sweepExpiry as sweep } from "#lib/services/keys/sweep-expiry.ts";
import type { Handler } from "../job.ts";

export const sweepExpiry: Handler<"sweep-expiry"> = async ({ database, now, dryRun, signal }) => {
	const { noticed, ended, reminded, failed } = await sweep(database, now, { dryRun, signal });
	return `end dates: ${noticed} noticed, ${ended} ended; rotations: ${reminded} reminded; ${failed} failed`;
};
