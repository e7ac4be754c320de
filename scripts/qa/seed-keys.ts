import { keyRing } from "#lib/config/secrets.ts";
import { newId } from "#lib/core/ids.ts";
import { digestKey } from "#lib/core/keys/digest.ts";
import { generateSecret } from "#lib/core/keys/format.ts";
import type { Scope } from "#lib/core/scopes.ts";
import type { Rig } from "./rig.ts";

export type QaKey = { id: string; agencyId: string; title: string; secret: string };

export type SeedOptions = {
	/** Makes location keys; without it the keys are the agency's, for all of its locations. */
	locationId?: string | null;
	scopes?: Scope[];
	allowedAddresses?: string[];
	credits?: number | null;
	rateLimit?: { max: number; seconds: number } | null;
	expiresAt?: Date | null;
	enabled?: boolean;
	revokedAt?: Date | null;
};

const INSERT = `
	with given as (
		select * from jsonb_to_recordset($1) as g (id uuid, agency_id uuid, level text, location_id uuid, title text,
			scopes text[], allowed_addresses text[], rate_limit_max int, rate_limit_seconds int, credits bigint,
			expires_at timestamptz, enabled boolean, revoked_at timestamptz, secret_id uuid, digest text, pepper_id text,
			prefix text, last_four text)
	), keys as (
		insert into api_keys (agency_id, id, level, location_id, all_locations, title, title_folded, role, scopes,
			scope_count, allowed_addresses, rate_limit_max, rate_limit_seconds, secret_prefix, secret_last_four, enabled,
			expires_at, revoked_at, created_at, created_by_name, updated_at)
		select agency_id, id, level::"KeyLevel", location_id, level = 'AGENCY', title, title, 'ADMIN', scopes,
			cardinality(scopes), allowed_addresses, rate_limit_max, rate_limit_seconds, prefix, last_four, enabled,
			expires_at, revoked_at, now(), 'The rig', now() from given
	), secrets as (
		insert into key_secrets (agency_id, id, key_id, digest, pepper_id, created_at)
		select agency_id, secret_id, id, decode(digest, 'hex'), pepper_id, now() from given
	), uses as (
		insert into key_last_uses (agency_id, key_id, at_location)
		select agency_id, id, location_id is not null from given
	)
	insert into key_credits (agency_id, key_id, remaining)
	select agency_id, id, credits from given where credits is not null`;

/** Makes many keys in one statement; the options are asked for each. */
export async function seedKeys(
	{ owner }: Rig,
	agencyId: string,
	count: number,
	optionsFor: (index: number) => SeedOptions = () => ({}),
): Promise<QaKey[]> {
	const [pepper] = keyRing("key-pepper");
	const made = Array.from({ length: count }, (_, index) => {
		const options = optionsFor(index);
		const level = options.locationId ? ("LOCATION" as const) : ("AGENCY" as const);
		const secret = generateSecret(level);
		const id = newId();
		const row = {
			id,
			agency_id: agencyId,
			level,
			location_id: options.locationId ?? null,
			title: `key ${id}`,
			scopes: options.scopes ?? ["contacts.readonly"],
			allowed_addresses: options.allowedAddresses ?? [],
			rate_limit_max: options.rateLimit?.max ?? null,
			rate_limit_seconds: options.rateLimit?.seconds ?? null,
			credits: options.credits ?? null,
			expires_at: options.expiresAt ?? null,
			enabled: options.enabled ?? true,
			revoked_at: options.revokedAt ?? null,
			secret_id: newId(),
			digest: Buffer.from(digestKey(secret.plaintext, pepper)).toString("hex"),
			pepper_id: pepper.id,
			prefix: secret.prefix,
			last_four: secret.lastFour,
		};
		return { row, key: { id, agencyId, title: row.title, secret: secret.plaintext } };
	});
	await owner.query(INSERT, [JSON.stringify(made.map(({ row }) => row))]);
	return made.map(({ key }) => key);
}

/** One after the other, from the start again after the last. */
export function keyAt(keys: readonly QaKey[], index: number): QaKey {
	const key = keys[index % keys.length];
	if (!key) throw new Error("there are no keys");
	return key;
}
