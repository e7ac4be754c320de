import { keyRing } from "#lib/config/secrets.ts";
import { listAgencies } from "#lib/data/agencies.ts";
import type { Database } from "#lib/data/client.ts";
import { countKeysNotUnder, countPasswordsNotUnder } from "#lib/data/sealed-rows.ts";
import { transactAs } from "#lib/data/transaction.ts";

/** What would be worth nothing without the older secrets: hashes cannot be made anew without the text. */
export async function describeOldSecretUse(database: Database, now: Date) {
	const [{ id: keyPepper }] = keyRing("key-pepper");
	const [{ id: passwordPepper }] = keyRing("password-pepper");
	const agencies = await transactAs(database, {}, listAgencies);
	let keys = 0;
	for (const { id: agencyId } of agencies) {
		keys += await transactAs(database, { agencyId }, (tx) => countKeysNotUnder(tx, agencyId, keyPepper, now));
	}
	const passwords = await transactAs(database, {}, (tx) => countPasswordsNotUnder(tx, passwordPepper));
	return { keys, passwords };
}
