import { digestSid } from "#lib/core/session-id.ts";
import type { Database } from "#lib/data/client.ts";
import type { AccountContext } from "#lib/data/context.ts";
import { translateDatabaseError } from "#lib/data/database-errors.ts";
import { findSession, touchSession } from "#lib/data/sessions.ts";
import { IDLE_MINUTES, TOUCH_SECONDS } from "./session-limits.ts";

export type SignedInPerson = AccountContext["person"];

/** A living session: whose it is, when they last proved that it is they, and by what they can. */
export type SignedIn = {
	person: SignedInPerson;
	session: { id: string; steppedUpAt: Date | null };
	/** Whether a code proves that it is they. */
	hasSecondFactor: boolean;
};

/** Who is behind a session id, or null when the session is over, idle too long, or never was. Notes the use. */
export const findSignedIn = (database: Database, sid: string, now: Date): Promise<SignedIn | null> =>
	findLiving(database, sid, now, async ({ id, idleMs }) => {
		if (idleMs > TOUCH_SECONDS * 1_000) await touchSession(database.db, id, now);
	});

/** {@link findSignedIn} for what a page asks by itself: a session that only its page keeps busy is idle. */
export const peekSignedIn = (database: Database, sid: string, now: Date): Promise<SignedIn | null> =>
	findLiving(database, sid, now, async () => {});

async function findLiving(
	{ db }: Database,
	sid: string,
	now: Date,
	note: (session: { id: string; idleMs: number }) => Promise<void>,
): Promise<SignedIn | null> {
	try {
		const session = await findSession(db, digestSid(sid));
		if (!session || session.expiresAt <= now || session.user.disabledAt) return null;
		if (session.endedAt && session.endedAt <= now) return null;
		const idleMs = now.getTime() - session.lastSeenAt.getTime();
		if (idleMs > IDLE_MINUTES * 60_000) return null;
		const { id: sessionId, steppedUpAt } = session;
		await note({ id: sessionId, idleMs });
		const { id, name, email, language } = session.user;
		const hasSecondFactor = session.user.secondFactor?.confirmedAt != null;
		return {
			person: { id, name, email, language },
			session: { id: sessionId, steppedUpAt },
			hasSecondFactor,
		};
	} catch (error) {
		throw translateDatabaseError(error);
	}
}
