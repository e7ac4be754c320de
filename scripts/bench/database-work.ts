import { setTimeout as delay } from "node:timers/promises";
import type { World } from "./world.ts";

/** PostgreSQL's sessions hand in what they have counted when they have been idle for ten seconds, at the latest. */
const REPORTED_MS = 11_000;

/**
 * How many transactions were made in a database so far, by anybody. The engine's queries are a transaction each. Takes
 * its time: counts that have not been handed in would be missed.
 */
export async function countTransactions({ admin }: World, database: string): Promise<number> {
	await delay(REPORTED_MS);
	const { rows } = await admin.query<{ count: string }>(
		"select xact_commit + xact_rollback as count from pg_stat_database where datname = $1",
		[database],
	);
	return Number(rows[0]?.count ?? 0);
}
