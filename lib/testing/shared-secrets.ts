import { endSharedSecret, insertSharedSecret } from "#lib/data/shared-secrets.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { makeVersion } from "#lib/services/shared-secret/seal.ts";
import { NOW } from "./factories.ts";
import type { World } from "./world.ts";

export type TestSecret = { id: string; version: number; text: string };

/** A version of the agency's shared secret, current unless it ends. Leaves no audit event. */
export async function makeSharedSecret(
	world: World,
	agency: { id: string },
	{ version = 1, endsAt }: { version?: number; endsAt?: Date } = {},
): Promise<TestSecret> {
	const { row, text } = makeVersion(agency.id, version, "Somebody");
	await transactAs(world.database, { agencyId: agency.id }, async (tx) => {
		await insertSharedSecret(tx, agency.id, row, NOW);
		if (endsAt) await endSharedSecret(tx, agency.id, row.id, { endsAt, now: NOW });
	});
	return { id: row.id, version, text };
}

export type StoredSecret = {
	id: string;
	version: number;
	sealed: Buffer;
	kek_id: string;
	ends_at: Date | null;
};

/** Every version of the agency's secret as it is stored, the oldest first. */
export async function storedSecrets({ owner }: World, agency: { id: string }): Promise<StoredSecret[]> {
	const { rows } = await owner.query(
		`select id, version, sealed, kek_id, created_by_name, ends_at from shared_secrets
			where agency_id = $1 order by version`,
		[agency.id],
	);
	return rows;
}
