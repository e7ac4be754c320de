import { newId } from "#lib/core/ids.ts";
import type { SecretRow } from "#lib/data/verify-lookup.ts";
import { agencyFactsOf, FactMaker } from "#lib/verify/key-facts.ts";
import { Memory } from "#lib/verify/memory.ts";
import { NOW } from "./factories.ts";

/** What the database says of a good key of an agency without locations, unless the changes say otherwise. */
export const secretRow = (changes: Partial<SecretRow> = {}): SecretRow => ({
	digest: Buffer.alloc(32),
	agency_id: newId(),
	key_id: newId(),
	level: "AGENCY",
	location_id: null,
	all_locations: true,
	chosen_location_ids: null,
	agency_suspended: false,
	agency_requires_signatures: false,
	agency_location_ids: [],
	suspended_location_ids: [],
	title: "Website",
	role: "ADMIN",
	scopes: ["contacts.write"],
	allowed_addresses: [],
	rate_limit_max: null,
	rate_limit_seconds: null,
	credits_remaining: null,
	enabled: true,
	expires_at: null,
	revoked: false,
	deleted: false,
	secret_ends_at: null,
	older_secret_id: null,
	created_at: NOW,
	database_now: NOW,
	external_id: null,
	meta: null,
	program_limits: null,
	...changes,
});

const maker = new FactMaker();

/** The facts of the agency that such a row carries. */
export const agencyOf = agencyFactsOf;

/** The facts that such a row is read as. */
export const factsOf = (row: SecretRow, agency = agencyOf(row)) => maker.key(row, agency);

/** A key in memory with such a row. */
export function knownKey(changes: Partial<SecretRow> = {}) {
	const row = secretRow(changes);
	return new Memory({ entries: 1, bytes: 10_000 }).set("id", row, row, { readAt: 0, epoch: 0 });
}
