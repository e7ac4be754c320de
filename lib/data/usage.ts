import type { VerdictCode } from "#lib/core/verdicts.ts";
import type { Database } from "./client.ts";

export type UseCount = {
	agency_id: string;
	key_id: string;
	hour: string;
	verdict: VerdictCode;
	uses: number;
};

/** A key seen with an address: when first and when last in this batch. */
export type Contact = {
	agency_id: string;
	key_id: string;
	address: string;
	client: string;
	first_at: string;
	last_at: string;
};

/** Adds a batch of uses to the meters in one statement. It never touches the keys' own rows. */
export async function recordUses({ pool }: Database, counts: UseCount[], contacts: Contact[]) {
	await pool.query({
		name: "record-uses",
		text: "select latchkey_record_uses($1, $2)",
		values: [JSON.stringify(counts), JSON.stringify(contacts)],
	});
}
