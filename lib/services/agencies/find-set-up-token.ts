import { keyRing } from "#lib/config/secrets.ts";
import { makeSetUpToken } from "#lib/core/set-up-token.ts";
import type { Database } from "#lib/data/client.ts";
import { readInstallation } from "#lib/data/installation.ts";
import { transactAs } from "#lib/data/transaction.ts";

/** The token that the set-up page asks for; null once the installation is set up. */
export async function findSetUpToken(database: Database) {
	const { nonce, setUpAt } = await transactAs(database, {}, readInstallation);
	return setUpAt ? null : makeSetUpToken(keyRing("set-up")[0].bytes, nonce);
}
