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
): Promise<NewAddress[]> {
	const query = {
		name: "record-uses",
		text: "select * from latchkey_record_uses($1, $2, $3, $4, $5)",
		values: [writer, batch, JSON.stringify(counts), JSON.stringify(contacts), JSON.stringify(older)],
		query_timeout: ANSWER_MS_MAX,
	};
	const result = await quotaPool.query(query);
	return NewAddressRows.parse(result.rows);
}
