import type { Database } from "#lib/data/client.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { deleteDoneEvents } from "#lib/data/webhook-deliveries.ts";
import { inBatches } from "../in-batches.ts";
import { tryEachAgency } from "../try-each.ts";

const DAY_MS = 86_400_000;
const DAYS_KEPT = 30;

/** Deletes events that were delivered or parked everywhere more than 30 days ago, with the log of their attempts. Returns how many. */
export async function forgetOldEvents(database: Database, now: Date, signal: AbortSignal): Promise<number> {
	const before = new Date(now.getTime() - DAYS_KEPT * DAY_MS);
	let forgotten = 0;
	const work = async (agencyId: string) => {
		const deleteSome = (max: number) =>
			transactAs(database, { agencyId }, (tx) => deleteDoneEvents(tx, agencyId, before, max));
		const deleted = await inBatches(deleteSome, { signal });
		forgotten += deleted;
	};
	await tryEachAgency(database, work, { signal, did: { failed: 0 } });
	return forgotten;
}
