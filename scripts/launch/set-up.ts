import { z } from "zod";
import { deriveKeys } from "#lib/config/secrets.ts";
import { makeSetUpToken, setUpAddress } from "#lib/core/set-up-token.ts";
import { connect } from "../database.ts";
import type { Settings } from "./settings.ts";

const Nonce = z.object({ nonce: z.string() });

/** Where an installation that nobody has set up is set up; undefined when that was done. */
export async function findSetUpAddress(
	{ APP_ORIGIN, newestSecret }: Settings,
	{ ownerUrl }: { ownerUrl: string },
) {
	const db = await connect(ownerUrl);
	try {
		const { rows } = await db.query("select nonce from installation where set_up_at is null");
		const found = Nonce.safeParse(rows[0]).data;
		const [key] = deriveKeys([newestSecret], "set-up");
		return found && key && setUpAddress(APP_ORIGIN, makeSetUpToken(key.bytes, found.nonce));
	} finally {
		await db.end();
	}
}
