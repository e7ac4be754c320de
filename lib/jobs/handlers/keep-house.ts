import { deleteTokensBefore, forgetInstances, forgetSignatures } from "#lib/data/housekeeping.ts";
import { forgetCallsBefore } from "#lib/data/idempotent-calls.ts";
import { forgetGivenUpJobs } from "#lib/data/jobs.ts";
import { forgetOldRefusals } from "#lib/services/keys/forget-old-refusals.ts";
import { removeOldNotifications } from "#lib/services/notifications/remove-old.ts";
import { forgetOldHours } from "#lib/services/overview/forget-old-hours.ts";
import { removeOldSessions } from "#lib/services/sessions/remove-old.ts";
import { forgetOldEvents } from "#lib/services/webhooks/forget-old.ts";
import { forgetOldRuns } from "#lib/services/workflows/forget-old.ts";
import type { Handler } from "../job.ts";

const DAY_MS = 86_400_000;
const GIVEN_UP_DAYS_KEPT = 30;

export const keepHouse: Handler<"keep-house"> = async ({ database, now, dryRun, signal }) => {
	if (dryRun)
		return "Would forget old sessions, tokens, signatures, answers to named calls, notifications, webhook events, refusals of keys, hours of places, runs of workflows, jobs that were given up, and processes that are gone.";
	const [sessions, notifications, events, refusals, hours, runs, tokens] = await Promise.all([
		removeOldSessions(database, now, signal),
		removeOldNotifications(database, now, signal),
		forgetOldEvents(database, now, signal),
		forgetOldRefusals(database, now, signal),
		forgetOldHours(database, now, signal),
		forgetOldRuns(database, now, signal),
		deleteTokensBefore(database, new Date(now.getTime() - DAY_MS)),
		forgetInstances(database),
		forgetSignatures(database),
		forgetGivenUpJobs(database, GIVEN_UP_DAYS_KEPT),
		forgetCallsBefore(database, new Date(now.getTime() - DAY_MS)),
	]);
	const forgotten = {
		sessions,
		tokens: tokens.count,
		notifications,
		"webhook events": events,
		refusals,
		"hours of places": hours,
		runs,
	};
	return `Forgot what was old: ${Object.entries(forgotten)
		.map(([kind, count]) => `${count} ${kind}`)
		.join(", ")}.`;
};
