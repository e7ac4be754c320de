import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import type { KeyDatabase, World } from "./world.ts";

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

/**
 * How many times keys were looked for by their digest so far, by anybody: uses of the index that every such search takes.
 * Takes its time as well.
 */
export async function countLookUps({ ownerUrl }: KeyDatabase): Promise<number> {
	await delay(REPORTED_MS);
	const owner = new pg.Client({ connectionString: ownerUrl });
	await owner.connect();
	try {
		const { rows } = await owner.query<{ count: string }>(
			"select idx_scan as count from pg_stat_user_indexes where indexrelname = 'key_secrets_digest_key'",
		);
		if (!rows[0]) throw new Error("the index of the digests was not found");
		return Number(rows[0].count);
	} finally {
		await owner.end();
	}
}
