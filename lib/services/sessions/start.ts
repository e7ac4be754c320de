import { createHash, randomBytes } from "node:crypto";
import { newId } from "#lib/core/ids.ts";
import type { Database } from "#lib/data/client.ts";
import { insertSession } from "#lib/data/sessions.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { recordForPerson } from "../audit/record-for-person.ts";
import { ABSOLUTE_HOURS } from "./session-limits.ts";

export const SID_BYTES = 32;
const CLIENT_MAX = 200;

/** What a session is found by: the cookie's random id never reaches the database. */
export const digestSid = (sid: string) => createHash("sha256").update(sid).digest();

/** Begins a session and returns its random id (256 bits, base64url), which the sign-in cookie carries. */
export async function startSession(
	database: Database,
	who: { personId: string; address: string; client: string },
	now: Date,
) {
	const sid = randomBytes(SID_BYTES).toString("base64url");
	const client = who.client.slice(0, CLIENT_MAX);
	await transactAs(database, { personId: who.personId }, async (tx) => {
		const { user } = await insertSession(tx, {
			id: newId(),
			sidDigest: digestSid(sid),
			userId: who.personId,
			createdAt: now,
			expiresAt: new Date(now.getTime() + ABSOLUTE_HOURS * 3_600_000),
			address: who.address,
			client,
		});
		await recordForPerson(tx, user, {
			action: "session.start",
			address: who.address,
			now,
			after: { client },
		});
	});
	return sid;
}
