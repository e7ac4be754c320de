import { env } from "#lib/config/env.ts";
import { log } from "#lib/config/log.ts";
import { setUpAddress } from "#lib/core/set-up-token.ts";
import type { Database } from "#lib/data/client.ts";
import { findSetUpToken } from "#lib/services/agencies/find-set-up-token.ts";

/** Says in the log where an installation that nobody has set up is set up. */
export async function announceSetUp(database: Database): Promise<void> {
	try {
		const token = await findSetUpToken(database);
		if (token) log().warn(`Set Latchkey up at ${setUpAddress(env().APP_ORIGIN, token)}`);
	} catch (error) {
		log().warn({ err: error }, "could not tell whether Latchkey is set up");
	}
}
