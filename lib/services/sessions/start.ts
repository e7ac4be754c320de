import { newId } from "#lib/core/ids.ts";
import { newSid } from "#lib/core/session-id.ts";
import type { Language } from "#lib/core/texts/languages.ts";
import { keepFirstLanguage } from "#lib/data/accounts.ts";
import type { Database, Tx } from "#lib/data/client.ts";
import { insertSession } from "#lib/data/sessions.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { recordForPerson } from "../audit/record-for-person.ts";
import { type CheckedAccount, holdCheckedAccount } from "../hold-checked-account.ts";
import { ABSOLUTE_HOURS } from "./session-limits.ts";

const CLIENT_MAX = 200;

/** `language` is what their browser asks for; the first is kept for mails. */
type Visitor = { address: string; client: string; language?: Language | null };

/** Begins a session of whoever was just found to be this person, unless their account has changed since. */
export const startCheckedSession = (
	database: Database,
	checked: CheckedAccount,
	visitor: Visitor,
	now: Date,
) => begin(database, { personId: checked.id, ...visitor }, now, (tx) => holdCheckedAccount(tx, checked));

/** Begins a session and returns its random id (256 bits, base64url), which the sign-in cookie carries. */
export const startSession = (database: Database, who: { personId: string } & Visitor, now: Date) =>
	begin(database, who, now, async () => {});

async function begin(
	database: Database,
	who: { personId: string } & Visitor,
	now: Date,
	check: (tx: Tx) => Promise<void>,
) {
	const { sid, sidDigest } = newSid();
	const { personId, address, language } = who;
	const client = who.client.slice(0, CLIENT_MAX);
	await transactAs(database, { personId }, async (tx) => {
		await check(tx);
		const { user } = await insertSession(tx, {
			id: newId(),
			sidDigest,
			userId: personId,
			createdAt: now,
			expiresAt: new Date(now.getTime() + ABSOLUTE_HOURS * 3_600_000),
			address,
			client,
		});
		if (language) await keepFirstLanguage(tx, personId, language, now);
		await recordForPerson(tx, user, {
			action: "session.start",
			address,
			now,
			after: { client },
		});
	});
	return sid;
}
