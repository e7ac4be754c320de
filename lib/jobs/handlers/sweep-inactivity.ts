import { sweepInactivity as sweep } from "#lib/services/keys/sweep-inactivity.ts";
import { untilUsesAreWritten } from "#lib/services/usage/until-written.ts";
import type { Handler } from "../job.ts";

/** Uses are written every second; a process that needs longer holds the deletions back until the next run. */
const WRITTEN_WITHIN_MS = 30_000;

export const sweepInactivity: Handler<"sweep-inactivity"> = async ({ database, now, dryRun, signal }) => {
	const untilWritten = () => untilUsesAreWritten(database, WRITTEN_WITHIN_MS);
	const did = await sweep(database, now, { dryRun, signal, untilWritten });
	return (
		`unused keys: ${did.noticed} noticed, ${did.ended} in use again, ${did.deleted} deleted, ` +
		`${did.restored} restored, ${did.postponed} postponed, ${did.failed} failed`
	);
};
