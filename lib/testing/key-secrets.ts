import { keyRing } from "#lib/config/secrets.ts";
import { newId } from "#lib/core/ids.ts";
import { digestKey } from "#lib/core/keys/digest.ts";
import { generateSecret } from "#lib/core/keys/format.ts";
import type { TestKey } from "./factories.ts";
import type { World } from "./world.ts";

/** A secret that the key had before its current one. Leaves no audit event. */
export async function makeOlderSecret(
	{ owner }: World,
	key: Pick<TestKey, "id" | "agencyId" | "locationId">,
	endsAt: Date,
) {
	const id = newId();
	const { plaintext } = generateSecret(key.locationId === null ? "AGENCY" : "LOCATION");
	const [pepper] = keyRing("key-pepper");
	await owner.query(
		"insert into key_secrets (agency_id, id, key_id, digest, pepper_id, created_at, ends_at) values ($1, $2, $3, $4, $5, now(), $6)",
		[key.agencyId, id, key.id, digestKey(plaintext, pepper), pepper.id, endsAt],
	);
	return { id, secret: plaintext };
}

/** When the key's secrets end, the older one first. */
export async function storedEnds({ owner }: World, key: { id: string }): Promise<(Date | null)[]> {
	const { rows } = await owner.query<{ ends_at: Date | null }>(
		"select ends_at from key_secrets where key_id = $1 order by ends_at nulls last",
		[key.id],
	);
	return rows.map((row) => row.ends_at);
}

/** Where an older secret of the key came from. */
export async function storedUses({ owner }: World, key: { id: string }) {
	const { rows } = await owner.query(
		`select address, client, uses::int, last_used_at as at from key_secret_uses where key_id = $1
			order by address, last_used_at`,
		[key.id],
	);
	return rows;
}
