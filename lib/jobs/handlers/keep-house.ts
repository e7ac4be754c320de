import { deleteTokensBefore, forgetInstances, forgetSignatures } from "#lib/data/housekeeping.ts";
import { removeOldSessions } from "#lib/services/sessions/remove-old.ts";
import { forgetOldEvents } from "#lib/services/webhooks/forget-old.ts";
import type { Handler } from "../job.ts";

const DAY_MS = 86_400_000;

export const keepHouse: Handler<"keep-house"> = async ({ database, now, dryRun, signal }) => {
	if (dryRun)
		return "Would forget old sessions, tokens, signatures and webhook events, and processes that are gone.";
	const [sessions, events, tokens] = await Promise.all([
		removeOldSessions(database, now, signal),
		forgetOldEvents(database, now, signal),
		deleteTokensBefore(database, new Date(now.getTime() - DAY_MS)),
		forgetInstances(database),
		forgetSignatures(database),
	]);
	return `Forgot old sessions: ${sessions}, old tokens: ${tokens.count}, old webhook events: ${events}.`;
};
