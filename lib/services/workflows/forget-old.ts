import { RUN_DAYS_KEPT } from "#lib/core/crm/workflows.ts";
import type { Database } from "#lib/data/client.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { deleteOldRuns, stopRunsAtDeleted } from "#lib/data/workflow-runs.ts";
import { inBatches } from "../in-batches.ts";
import { tryEachAgency } from "../try-each.ts";

const DAY_MS = 86_400_000;

/**
 * Deletes runs that were over more than {@link RUN_DAYS_KEPT} days ago, with their history, and ends those of places that
 * were deleted. Returns how many were deleted.
 */
export async function forgetOldRuns(database: Database, now: Date, signal: AbortSignal): Promise<number> {
	const before = new Date(now.getTime() - RUN_DAYS_KEPT * DAY_MS);
	let forgotten = 0;
	const work = async (agencyId: string) => {
		await transactAs(database, { agencyId }, (tx) => stopRunsAtDeleted(tx, agencyId, now));
		const deleteSome = (max: number) =>
			transactAs(database, { agencyId }, (tx) => deleteOldRuns(tx, agencyId, before, max));
		const deleted = await inBatches(deleteSome, { signal });
		forgotten += deleted;
	};
	await tryEachAgency(database, work, { signal, did: { failed: 0 } });
	return forgotten;
}
