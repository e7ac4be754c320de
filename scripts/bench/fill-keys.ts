import pg from "pg";
import { keyRing } from "#lib/config/secrets.ts";
import { newId } from "#lib/core/ids.ts";
import { digestKey } from "#lib/core/keys/digest.ts";
import { generateSecret } from "#lib/core/keys/format.ts";
import type { KeyLevel } from "#lib/core/keys/key.ts";

export type BenchKey = { id: string; text: string };

export type Keys = {
	agencyId: string;
	/** Keys of the agency that may ask about others. */
	callers: BenchKey[];
	/** Location keys: all of them, or as many as are kept, evenly from the whole table. */
	asked: BenchKey[];
};

const CALLERS = 20;
const LOCATIONS = 10;
const KEPT_MAX = 50_000;
const BATCH = 10_000;
const CALLER_SCOPES = "{keys.verify,contacts.readonly}";
const ASKED_SCOPES = "{contacts.readonly,contacts.write,forms.readonly}";

/**
 * Fills an empty database with keys that have all that a verdict looks at: scopes, a list of addresses with loopback in
 * it, and a rate limit that nobody reaches.
 */
export async function fillKeys(ownerUrl: string, count: number): Promise<Keys> {
	const owner = new pg.Client({ connectionString: ownerUrl });
	await owner.connect();
	try {
		const agencyId = newId();
		await owner.query(
			"insert into agencies (id, slug, name, created_at) values ($1, 'bench', 'Bench', now())",
			[agencyId],
		);
		const locations = await fillLocations(owner, agencyId);
		const callers = makeKeys("AGENCY", CALLERS);
		await insertKeys(owner, agencyId, callers, { locations: [null], scopes: CALLER_SCOPES });
		const asked = await fillAsked(owner, agencyId, locations, count);
		await owner.query("vacuum analyze");
		return { agencyId, callers, asked };
	} finally {
		await owner.end();
	}
}

async function fillLocations(owner: pg.Client, agencyId: string): Promise<string[]> {
	const ids = Array.from({ length: LOCATIONS }, newId);
	await owner.query(
		`insert into locations (agency_id, id, slug, name, created_at)
			select $1, id, 'bench-' || n, 'Bench ' || n, now() from unnest($2::uuid[]) with ordinality as l (id, n)`,
		[agencyId, ids],
	);
	return ids;
}

async function fillAsked(owner: pg.Client, agencyId: string, locations: string[], count: number) {
	const kept: BenchKey[] = [];
	const step = Math.ceil(count / KEPT_MAX);
	for (let made = 0; made < count; made += BATCH) {
		const batch = makeKeys("LOCATION", Math.min(BATCH, count - made));
		await insertKeys(owner, agencyId, batch, { locations, scopes: ASKED_SCOPES });
		kept.push(...batch.filter((_, index) => (made + index) % step === 0));
	}
	return kept;
}

const makeKeys = (level: KeyLevel, count: number): BenchKey[] =>
	Array.from({ length: count }, () => ({ id: newId(), text: generateSecret(level).plaintext }));

const INSERT_KEYS = `
	with new as (
		select key_id, secret_id, digest, ($5::uuid[])[1 + n % cardinality($5::uuid[])] as location_id
		from unnest($2::uuid[], $3::uuid[], $4::bytea[]) with ordinality as u (key_id, secret_id, digest, n)
	), keys as (
		insert into api_keys (agency_id, id, level, location_id, all_locations, title, title_folded, role, scopes,
			scope_count, allowed_addresses, rate_limit_max, rate_limit_seconds, secret_prefix, secret_last_four,
			created_at, created_by_name, updated_at)
		select $1, key_id, case when location_id is null then 'AGENCY' else 'LOCATION' end::"KeyLevel", location_id,
			location_id is null, 'Key ' || key_id, 'key ' || key_id, 'ADMIN', $6, cardinality($6::text[]),
			'{127.0.0.0/8,10.0.0.0/8}', 1000000, 3600, 'lk_bench', 'test', now(), 'Bench', now()
		from new
	), secrets as (
		insert into key_secrets (agency_id, id, key_id, digest, pepper_id, created_at)
		select $1, secret_id, key_id, digest, $7, now() from new
	)
	insert into key_last_uses (agency_id, key_id, at_location)
	select $1, key_id, location_id is not null from new`;

async function insertKeys(
	owner: pg.Client,
	agencyId: string,
	keys: BenchKey[],
	of: { locations: (string | null)[]; scopes: string },
): Promise<void> {
	const [pepper] = keyRing("key-pepper");
	const digests = keys.map((key) => digestKey(key.text, pepper));
	const ids = keys.map((key) => key.id);
	await owner.query(INSERT_KEYS, [
		agencyId,
		ids,
		ids.map(newId),
		digests,
		of.locations,
		of.scopes,
		pepper.id,
	]);
}
