import { digestSid } from "#lib/core/session-id.ts";
import type { Database } from "#lib/data/client.ts";
import { endSessionByDigest } from "#lib/data/sessions.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { recordForPerson } from "../audit/record-for-person.ts";

/** Ends a session for good: a copy of its cookie is worth nothing from here on. */
export function endSession(database: Database, sid: string, address: string, now: Date) {
	return transactAs(database, {}, async (tx) => {
		const person = await endSessionByDigest(tx, digestSid(sid), now);
		if (person) await recordForPerson(tx, person, { action: "session.end", address, now });
	});
}
