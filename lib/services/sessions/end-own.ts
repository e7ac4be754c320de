import { notFound } from "#lib/core/errors.ts";
import type { AccountContext } from "#lib/data/context.ts";
import { endSessionById, endSessionsOf } from "#lib/data/sessions.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { recordForPerson } from "../audit/record-for-person.ts";

/** Ends one of the person's own sessions. Anybody else's does not exist for them. */
export function endOwnSession(ctx: AccountContext, id: string): Promise<void> {
	const { database, person, now, address } = ctx;
	return transactAs(database, { personId: person.id }, async (tx) => {
		if (!(await endSessionById(tx, person.id, id, now))) throw notFound();
		await recordForPerson(tx, person, { action: "session.end", address, now });
	});
}

/** Ends all of the person's sessions but the one in which they ask. Returns how many there were. */
export function endOtherSessions(ctx: AccountContext): Promise<{ ended: number }> {
	const { database, person, sessionId, now, address } = ctx;
	return transactAs(database, { personId: person.id }, async (tx) => {
		const { count } = await endSessionsOf(tx, person.id, now, sessionId);
		if (count > 0) {
			await recordForPerson(tx, person, { action: "session.end", address, now, after: { sessions: count } });
		}
		return { ended: count };
	});
}
