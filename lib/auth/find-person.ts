import { database } from "#lib/data/client.ts";
import { findSignedIn, peekSignedIn } from "#lib/services/sessions/find.ts";
import { readSid } from "./session-cookie.ts";

/** The person whose living session a Cookie header names, or null. */
export async function findPerson(cookieHeader: string | undefined) {
	const sid = await readSid(cookieHeader);
	return sid === null ? null : findSignedIn(database(), sid, new Date());
}

/** {@link findPerson} for what a page asks by itself: it does not count as a use of the session. */
export async function findWatcher(cookieHeader: string | undefined) {
	const sid = await readSid(cookieHeader);
	const watching = sid === null ? null : await peekSignedIn(database(), sid, new Date());
	return watching && { database: database(), person: watching.person };
}
