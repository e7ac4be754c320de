import { database } from "#lib/data/client.ts";
import { findSignedIn } from "#lib/services/sessions/find.ts";
import { readSid } from "./session-cookie.ts";

/** The person whose living session a Cookie header names, or null. */
export async function findPerson(cookieHeader: string | undefined) {
	const sid = await readSid(cookieHeader);
	return sid === null ? null : findSignedIn(database(), sid, new Date());
}
