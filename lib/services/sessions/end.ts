import type { Database } from "#lib/data/client.ts";
import { translateDatabaseError } from "#lib/data/database-errors.ts";
import { endSessionByDigest } from "#lib/data/sessions.ts";
import { digestSid } from "./start.ts";

/** Ends a session for good: a copy of its cookie is worth nothing from here on. */
export async function endSession({ db }: Database, sid: string, now: Date) {
	try {
		await endSessionByDigest(db, digestSid(sid), now);
	} catch (error) {
		throw translateDatabaseError(error);
	}
}
