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

/** Longer than the server lets a statement run, so that a batch given up here was not written after all. */
const ANSWER_MAX_MS = 17_000;

/** Adds a batch of uses to the meters in one statement. It never touches the keys' own rows. */
export async function recordUses({ enginePool }: Database, counts: UseCount[], contacts: Contact[]) {
	const query = {
		name: "record-uses",
		text: "select latchkey_record_uses($1, $2)",
		values: [JSON.stringify(counts), JSON.stringify(contacts)],
		query_timeout: ANSWER_MAX_MS,
	};
	await enginePool.query(query);
}
