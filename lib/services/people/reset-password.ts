import { newId } from "#lib/core/ids.ts";
import { digestToken, newOneTimeToken } from "#lib/core/one-time-token.ts";
import { standsAlone } from "#lib/core/people/password-limits.ts";
import { passwordProblems } from "#lib/core/people/password-rules.ts";
import { lockAccount, updatePassword } from "#lib/data/accounts.ts";
import type { Database, Tx } from "#lib/data/client.ts";
import type { AccountContext } from "#lib/data/context.ts";
import {
	countTokensSince,
	findToken,
	insertToken,
	spendToken,
	spendTokensOf,
} from "#lib/data/one-time-tokens.ts";
import { findPersonByEmail, findPersonById } from "#lib/data/people.ts";
import { endSessionsOf } from "#lib/data/sessions.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { hashPassword } from "#lib/passwords/passwords.ts";
import { recordForPerson } from "../audit/record-for-person.ts";

export const RESET_LINK_MINUTES = 60;

const LINKS_MAX = 5;
const HOUR_MS = 3_600_000;

/**
 * Makes a token for a reset link that lives an hour. Null when nobody signs in with the address, or when they have been
 * sent a handful within the last hour: nobody fills another's letter box.
 */
export function makeResetLink(database: Database, email: string, now: Date) {
	const { token, digest } = newOneTimeToken();
	return transactAs(database, {}, async (tx) => {
		const person = await findPersonByEmail(tx, email);
		if (!person || person.disabledAt) return null;
		const since = new Date(now.getTime() - HOUR_MS);
		if ((await countTokensSince(tx, person.id, "PASSWORD_RESET", since)) >= LINKS_MAX) return null;
		const expiresAt = new Date(now.getTime() + RESET_LINK_MINUTES * 60_000);
		const row = { id: newId(), kind: "PASSWORD_RESET" as const, userId: person.id, digest };
		await insertToken(tx, { ...row, createdAt: now, expiresAt });
		const { name, language } = person;
		return { token, person: { name, email, language } };
	});
}

/** Whether a reset link can still be used. */
export const isResetLinkGood = (database: Database, token: string, now: Date) =>
	transactAs(database, {}, async (tx) => (await findResetter(tx, token, now)) !== null);

export type ResetOutcome =
	| { outcome: "done"; person: AccountContext["person"] }
	| { outcome: "refused"; problem: string }
	| { outcome: "bad_link" };

/**
 * Sets the password of whoever holds a reset link, ends all their sessions and makes their other links worthless. The
 * second factor stays, and is asked for at sign-in.
 */
export async function resetPassword(
	database: Database,
	{ token, password, address }: { token: string; password: string; address: string },
	now: Date,
): Promise<ResetOutcome> {
	const resetter = await transactAs(database, {}, (tx) => findResetter(tx, token, now));
	if (!resetter) return { outcome: "bad_link" };
	const { tokenId, person } = resetter;
	const problem = passwordProblems(password, person);
	if (problem) return { outcome: "refused", problem };
	const row = { passwordHash: await hashPassword(password), passwordStandsAlone: standsAlone(password) };

	return transactAs(database, { personId: person.id }, async (tx) => {
		await lockAccount(tx, person.id);
		const still = await findResetter(tx, token, now);
		if (!still || still.person.hasSecondFactor !== person.hasSecondFactor) return { outcome: "bad_link" };
		if (!(await spendToken(tx, tokenId, now))) return { outcome: "bad_link" };
		await updatePassword(tx, person.id, row, now);
		await spendTokensOf(tx, person.id, now);
		await endSessionsOf(tx, person.id, now);
		await recordForPerson(tx, person, { action: "account.reset_password", address, now });
		return { outcome: "done", person };
	});
}

async function findResetter(tx: Tx, token: string, now: Date) {
	const found = await findToken(tx, "PASSWORD_RESET", digestToken(token), now);
	const account = found && (await findPersonById(tx, found.userId));
	if (!account || account.disabledAt) return null;
	const { id, name, email, language, secondFactor } = account;
	const hasSecondFactor = secondFactor?.confirmedAt != null;
	return { tokenId: found.id, person: { id, name, email, language, hasSecondFactor } };
}
