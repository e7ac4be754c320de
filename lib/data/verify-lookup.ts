import { z } from "zod";
import type { Database } from "./client.ts";

const Instant = z.date().nullable();

const SecretRow = z.object({
	digest: z.instanceof(Buffer),
	agency_id: z.string(),
	key_id: z.string(),
	level: z.enum(["AGENCY", "LOCATION"]),
	location_id: z.string().nullable(),
	all_locations: z.boolean(),
	location_ids: z.array(z.string()),
	suspended_location_ids: z.array(z.string()),
	title: z.string(),
	role: z.enum(["ADMIN", "READONLY"]),
	scopes: z.array(z.string()),
	allowed_addresses: z.array(z.string()),
	rate_limit_max: z.number().nullable(),
	rate_limit_seconds: z.number().nullable(),
	credits_remaining: z.string().nullable(),
	enabled: z.boolean(),
	expires_at: Instant,
	revoked_at: Instant,
	deleted_at: Instant,
	secret_ends_at: Instant,
	suspended: z.boolean(),
	created_at: z.date(),
	database_now: z.date(),
});

/** All that a verdict about one secret depends on. */
export type SecretFacts = z.output<typeof SecretRow>;

const FIND_SECRETS = "select * from latchkey_find_secrets($1)";

/**
 * What is known of the secrets with these digests. The one look-up without a tenant, since the secret is what names
 * the tenant; the database lets it through a function of its own.
 */
export async function findSecrets(
	{ enginePool }: Database,
	digests: readonly Buffer[],
): Promise<SecretFacts[]> {
	const query = {
		name: "find-secrets",
		text: FIND_SECRETS,
		values: [digests],
	};
	const result = await enginePool.query(query);
	return result.rows.map((row) => SecretRow.parse(row));
}

const SpentRow = z.object({ remaining: z.string() });

/** Takes credits from a key. Returns what is left, or null when there were too few; never below zero. */
export async function spendCredits({ enginePool }: Database, agencyId: string, keyId: string, cost: number) {
	const query = {
		name: "spend-credits",
		text: "select remaining from latchkey_spend_credits($1, $2, $3)",
		values: [agencyId, keyId, cost],
	};
	const result = await enginePool.query(query);
	const row = SpentRow.optional().parse(result.rows[0]);
	return row ? Number(row.remaining) : null;
}
