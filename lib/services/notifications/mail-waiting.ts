import { log } from "#lib/config/log.ts";
import { DEFAULT_MAIL_CHOICE, lastDigestAt, type MailChoice } from "#lib/core/mail-choice.ts";
import type { Database } from "#lib/data/client.ts";
import { listMailChoices, listUnmailedPeople, lockMailChoice } from "#lib/data/notification-settings.ts";
import {
	claimUnmailed,
	type OwnNotificationRow,
	releaseUnmailed,
	wasMailedSince,
} from "#lib/data/own-notifications.ts";
import { findPersonById } from "#lib/data/people.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { mailNews } from "#lib/mail/notification-mails.ts";
import type { Reader } from "#lib/mail/reader.ts";
import { isMailConfigured } from "#lib/mail/send.ts";
import { presentNotification } from "./present.ts";

/** What happens together is told in one mail: a mail waits this long for what comes right after. */
const GATHER_MS = 60_000;
/** What could not be handed over for so long is left to the app. */
const GIVE_UP_MS = 3 * 86_400_000;
const PEOPLE_MAX = 10_000;
/** A server that hangs up over the mail of one person may still take everybody else's. */
const AWAY_IN_A_ROW_MAX = 3;

type Run = { database: Database; now: Date; signal: AbortSignal; dryRun: boolean };

/** What came of each person whose turn it was. */
export type MailTally = { mailed: number; unneeded: number; failed: number };

/**
 * Mails people what they want mailed. What is to be mailed is taken before it is handed over, so that however many do
 * this at once, and whenever one of them dies, nothing is mailed twice: a mail may be lost, and stays in the app.
 */
export async function mailWaiting(run: Run): Promise<MailTally> {
	const tally: MailTally = { mailed: 0, unneeded: 0, failed: 0 };
	let awayInARow = 0;
	for (const { personId, choice } of await listDue(run)) {
		if (run.signal.aborted) break;
		if (run.dryRun) {
			tally[choice === "OFF" ? "unneeded" : "mailed"] += 1;
			continue;
		}
		const outcome = await mailPerson(run, personId).catch((error: unknown) => {
			log().warn({ err: error, personId }, "a person was not mailed");
			return "failed" as const;
		});
		if (outcome !== "not due") tally[outcome === "away" ? "failed" : outcome] += 1;
		awayInARow = outcome === "away" ? awayInARow + 1 : 0;
		if (awayInARow === AWAY_IN_A_ROW_MAX) break;
	}
	return tally;
}

/** Those who wait to be mailed, or to be passed over. */
async function listDue({ database, now }: Run) {
	const waiting = await listUnmailedPeople(database, new Date(now.getTime() - GATHER_MS), PEOPLE_MAX);
	const sinceMorning = new Set(await listUnmailedPeople(database, lastDigestAt(now), PEOPLE_MAX));
	const choices = await listMailChoices(database, waiting);
	return waiting
		.map((personId) => ({ personId, choice: effective(choices.get(personId) ?? null) }))
		.filter(({ personId, choice }) => choice !== "DAILY" || sinceMorning.has(personId));
}

const effective = (choice: MailChoice | null): MailChoice =>
	isMailConfigured() ? (choice ?? DEFAULT_MAIL_CHOICE) : "OFF";

async function mailPerson({ database, now }: Run, personId: string) {
	const taken = await transactAs(database, { personId }, async (tx) => {
		const choice = effective(await lockMailChoice(tx, personId));
		if (choice === "DAILY" && (await wasMailedSince(tx, personId, lastDigestAt(now)))) return null;
		const { ids, news } = await claimUnmailed(tx, personId, now);
		const person = await findPersonById(tx, personId);
		const isWanted = choice !== "OFF" && person !== null && person.disabledAt === null;
		return { ids, mail: isWanted && news.length > 0 ? { person, news } : null };
	});
	if (taken === null || taken.ids.length === 0) return "not due";
	if (taken.mail === null) return "unneeded";
	return handOverOrRelease({ database, now }, personId, { ids: taken.ids, ...taken.mail });
}

type Taken = { ids: string[]; person: Reader; news: OwnNotificationRow[] };

async function handOverOrRelease(
	{ database, now }: Pick<Run, "database" | "now">,
	personId: string,
	{ ids, person, news }: Taken,
) {
	const handover = await mailNews(person, news.map(presentNotification));
	if (handover === "taken") return "mailed";
	if (handover === "refused") return "failed";
	const since = new Date(now.getTime() - GIVE_UP_MS);
	await transactAs(database, { personId }, (tx) => releaseUnmailed(tx, personId, ids, since));
	return handover === "away" ? "away" : "failed";
}
