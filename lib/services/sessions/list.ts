import type { AccountContext } from "#lib/data/context.ts";
import { listLivingSessions } from "#lib/data/sessions.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { IDLE_MINUTES } from "./session-limits.ts";

export type SessionSummary = {
	id: string;
	address: string;
	/** What the browser calls itself. */
	client: string;
	/** ISO 8601. */
	createdAt: string;
	/** ISO 8601. */
	lastSeenAt: string;
	/** The one in which this is asked. */
	isThis: boolean;
};

/** The person's sessions that count still: this one first, then by use. */
export async function listSessions(ctx: AccountContext): Promise<SessionSummary[]> {
	const { database, person, sessionId, now } = ctx;
	const usedSince = new Date(now.getTime() - IDLE_MINUTES * 60_000);
	const rows = await transactAs(database, { personId: person.id }, (tx) =>
		listLivingSessions(tx, person.id, { now, usedSince }),
	);
	return rows
		.map(({ id, address, client, createdAt, lastSeenAt }) => ({
			id,
			address,
			client,
			createdAt: createdAt.toISOString(),
			lastSeenAt: lastSeenAt.toISOString(),
			isThis: id === sessionId,
		}))
		.sort((a, b) => Number(b.isThis) - Number(a.isThis));
}
