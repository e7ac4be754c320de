import { newId } from "#lib/core/ids.ts";
import { newSid } from "#lib/core/session-id.ts";
import type { Database } from "#lib/data/client.ts";
import { replaceSession } from "#lib/data/sessions.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { STEP_UP_MINUTES, TAKE_OVER_SECONDS } from "./session-limits.ts";

/** Whether a proof given at `steppedUpAt` still counts. */
export const isSteppedUp = (steppedUpAt: Date | null, now: Date) =>
	steppedUpAt !== null && now.getTime() - steppedUpAt.getTime() < STEP_UP_MINUTES * 60_000;

/**
 * Goes on with the session under a new random id, as one whose person has just proved that it is they. The old id gains
 * nothing by it, and counts for the few seconds that requests under way may need. Null when the session is over.
 */
export async function stepUpSession(
	database: Database,
	{ personId, sessionId }: { personId: string; sessionId: string },
	now: Date,
): Promise<{ sid: string; expiresAt: Date } | null> {
	const { sid, sidDigest } = newSid();
	const successor = { id: newId(), sidDigest };
	const endsAt = new Date(now.getTime() + TAKE_OVER_SECONDS * 1_000);
	return transactAs(database, { personId }, async (tx) => {
		const replaced = await replaceSession(tx, { userId: personId, id: sessionId }, successor, now, endsAt);
		return replaced && { sid, expiresAt: replaced.expiresAt };
	});
}
