import type { Database } from "#lib/data/client.ts";
import { translateDatabaseError } from "#lib/data/database-errors.ts";
import { findSession, touchSession } from "#lib/data/sessions.ts";
import { IDLE_MINUTES, TOUCH_SECONDS } from "./session-limits.ts";
import { digestSid } from "./start.ts";

export type SignedInPerson = { id: string; name: string; email: string };

/** A living session: whose it is, and when they last proved that it is they. */
export type SignedIn = { person: SignedInPerson; session: { id: string; steppedUpAt: Date | null } };

/** Who is behind a session id, or null when the session is over, idle too long, or never was. Notes the use. */
export async function findSignedIn({ db }: Database, sid: string, now: Date): Promise<SignedIn | null> {
	try {
		const session = await findSession(db, digestSid(sid));
		if (!session || session.expiresAt <= now || session.user.disabledAt) return null;
		if (session.endedAt && session.endedAt <= now) return null;
		const idleMs = now.getTime() - session.lastSeenAt.getTime();
		if (idleMs > IDLE_MINUTES * 60_000) return null;
		if (idleMs > TOUCH_SECONDS * 1_000) await touchSession(db, session.id, now);
		const { id, name, email } = session.user;
		return { person: { id, name, email }, session: { id: session.id, steppedUpAt: session.steppedUpAt } };
	} catch (error) {
		throw translateDatabaseError(error);
	}
}
