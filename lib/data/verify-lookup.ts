import { z } from "zod";
import type { Database } from "./client.ts";

const Instant = z.date().nullable();
const Ids = z.array(z.string()).nullable();

const SecretRow = z.object({
	digest: z.instanceof(Buffer),
	agency_id: z.string(),
	key_id: z.string(),
	level: z.enum(["AGENCY", "LOCATION"]),
	location_id: z.string().nullable(),
	all_locations: z.boolean(),
	/** Of an agency key with a chosen list; some of them may be deleted. */
	chosen_location_ids: Ids,
	agency_suspended: z.boolean(),
	agency_requires_signatures: z.boolean(),
	/** Of the agency, with its first row alone: the locations that are not deleted. */
	agency_location_ids: Ids,
	suspended_location_ids: Ids,
	title: z.string(),
	role: z.enum(["ADMIN", "READONLY"]),
	scopes: z.array(z.string()),
	allowed_addresses: z.array(z.string()),
	rate_limit_max: z.number().nullable(),
	rate_limit_seconds: z.number().nullable(),
	credits_remaining: z.string().nullable(),
	enabled: z.boolean(),
	expires_at: Instant,
	revoked: z.boolean(),
	deleted: z.boolean(),
	secret_ends_at: Instant,
	/** Of a secret that is not the key's current one. */
	older_secret_id: z.string().nullable(),
	created_at: z.date(),
	database_now: z.date(),
	external_id: z.string().nullable(),
	/** JSON; null when nothing is kept. */
	meta: z.string().nullable(),
	/** JSON; null when a program named none. */
	program_limits: z.string().nullable(),
});

/** What the database knows of one secret. */
export type SecretRow = z.output<typeof SecretRow>;

const SecretRows = z.array(SecretRow);

/**
 * What is known of the secrets with these digests. The one look-up without a tenant, since the secret is what names
 * the tenant; the database lets it through a function of its own.
 */
export async function readSecrets(
	{ enginePool }: Database,
	digests: readonly Buffer[],
): Promise<SecretRow[]> {
	const query = {
		name: "read-secrets",
		text: "select * from latchkey_read_secrets($1)",
		values: [digests],
	};
	const result = await enginePool.query(query);
	return SecretRows.parse(result.rows);
}
