import { z } from "zod";
import type { VerdictCode } from "#lib/core/verdicts.ts";
import type { Database } from "./client.ts";

export type UseCount = {
	agency_id: string;
	key_id: string;
	hour: string;
	verdict: VerdictCode;
	uses: number;
};

/** A key seen with an address, or with none that could be told: when first and when last in this batch. */
export type Contact = {
	agency_id: string;
	key_id: string;
	address: string | null;
	client: string;
	first_at: string;
	last_at: string;
};

/** Uses of a secret that was rotated away, from one address; empty when it could not be told. */
export type OlderSecretUse = {
	agency_id: string;
	key_id: string;
	secret_id: string;
	address: string;
	client: string;
	uses: number;
	last_at: string;
};

/** The scopes that good uses of a key asked for, and when one last did. */
export type ScopedUse = { agency_id: string; key_id: string; scopes: string[]; last_at: string };

const NewAddressRows = z.array(z.object({ agency_id: z.string(), key_id: z.string(), address: z.string() }));

/** An address from which a key was used for the first time, after it had been used from others. */
export type NewAddress = z.output<typeof NewAddressRows>[number];

/** Longer than the server lets a statement run. */
const ANSWER_MS_MAX = 17_000;

/**
 * Adds a writer's batch of uses to the meters in one statement, once however often it is sent. It never touches the keys'
 * own rows.
 */
export async function recordUses(
	{ quotaPool }: Database,
	writer: string,
	batch: number,
	counts: UseCount[],
	contacts: Contact[],
	older: OlderSecretUse[] = [],
	scoped: ScopedUse[] = [],
): Promise<NewAddress[]> {
	const query = {
		name: "record-uses",
		text: "select * from latchkey_record_uses($1, $2, $3, $4, $5, $6)",
		values: [writer, batch, ...[counts, contacts, older, scoped].map((rows) => JSON.stringify(rows))],
		query_timeout: ANSWER_MS_MAX,
	};
	const result = await quotaPool.query(query);
	return NewAddressRows.parse(result.rows);
}

/** An instance says that all uses before a moment are written. */
export const reportUsesWritten = ({ quotaPool, changes }: Database, until: Date) =>
	quotaPool.query("select latchkey_uses_written($1, $2)", [changes.instanceId, until]);

const NowRow = z.object({ now: z.date() });

/** What time it is in the database. */
export async function readDatabaseTime({ quotaPool }: Database): Promise<Date> {
	const { rows } = await quotaPool.query("select clock_timestamp() as now");
	return NowRow.parse(rows[0]).now;
}

/** Asks every instance to write the uses before a moment that is past, and to say so. */
export const wantUsesWritten = ({ quotaPool }: Database, until: Date) =>
	quotaPool.query("select pg_notify('latchkey_changes', $1)", [`u ${until.getTime()}`]);

const CountRow = z.object({ count: z.number() });

/** How many instances may still hold uses from before a moment. */
export async function countUnwrittenInstances({ quotaPool }: Database, moment: Date): Promise<number> {
	const text = "select count(*)::int as count from latchkey_unwritten_instances($1)";
	const { rows } = await quotaPool.query(text, [moment]);
	return CountRow.parse(rows[0]).count;
}
