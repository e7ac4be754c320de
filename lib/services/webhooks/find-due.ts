import type { Database } from "#lib/data/client.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { listDueEndpoints } from "#lib/data/webhook-deliveries.ts";
import { startDelivering } from "#lib/data/webhook-outbox.ts";

const ENDPOINTS_MAX = 10_000;

/** Has everything delivered that is due and that nobody is at, also what a process that died has left. Returns at how many endpoints. */
export async function startDueDeliveries(
	{ database, now }: { database: Database; now: Date },
	{ dryRun = false } = {},
): Promise<number> {
	const endpoints = await listDueEndpoints(database, now, ENDPOINTS_MAX);
	if (dryRun || endpoints.length === 0) return endpoints.length;
	await transactAs(database, {}, async (tx) => {
		for (const { agencyId, endpointId } of endpoints) await startDelivering(tx, agencyId, endpointId);
	});
	return endpoints.length;
}
