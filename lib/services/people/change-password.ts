import { AppError } from "#lib/core/errors.ts";
import { newId } from "#lib/core/ids.ts";
import { standsAlone } from "#lib/core/people/password-limits.ts";
import { passwordProblems } from "#lib/core/people/password-rules.ts";
import { newSid } from "#lib/core/session-id.ts";
import { lockAccount, replacePassword } from "#lib/data/accounts.ts";
import type { AccountContext } from "#lib/data/context.ts";
import { spendTokensOf } from "#lib/data/one-time-tokens.ts";
import { findPersonById } from "#lib/data/people.ts";
import { endSessionsOf, replaceSession } from "#lib/data/sessions.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { fitsPassword, hashPassword } from "#lib/passwords/passwords.ts";
import { recordForPerson } from "../audit/record-for-person.ts";

export type ChangePassword = { current: string; next: string };

/**
 * Gives the person another password. Every session of theirs ends, this one as well, which goes on under the new id that
 * is returned; links that were under way count no more. Null when `current` is not the present password.
 */
export async function changePassword(
	ctx: AccountContext,
	{ current, next }: ChangePassword,
): Promise<{ sid: string; expiresAt: Date } | null> {
	const { database, person, now, address } = ctx;
	const before = await transactAs(database, { personId: person.id }, (tx) => findPersonById(tx, person.id));
	if (!before || !(await fitsPassword(current, before.passwordHash))) return null;
	if (next.normalize("NFC") === current.normalize("NFC")) throw refuse("That is your present password.");
	const problem = passwordProblems(next, { ...before, hasSecondFactor: isConfirmed(before.secondFactor) });
	if (problem) throw refuse(problem);
	const password = { passwordHash: await hashPassword(next), passwordStandsAlone: standsAlone(next) };

	return transactAs(database, { personId: person.id }, async (tx) => {
		await lockAccount(tx, person.id);
		const account = await findPersonById(tx, person.id);
		if (!password.passwordStandsAlone && !isConfirmed(account?.secondFactor)) throw changedMeanwhile();
		if (!(await replacePassword(tx, before, password, now))) throw changedMeanwhile();
		const { sid, sidDigest } = newSid();
		const successor = { id: newId(), sidDigest };
		const session = { userId: person.id, id: ctx.sessionId };
		const replaced = await replaceSession(tx, session, successor, now, now);
		if (!replaced) throw new AppError("unauthenticated", "Your session has ended. Sign in again.");
		await endSessionsOf(tx, person.id, now, successor.id);
		await spendTokensOf(tx, person.id, now);
		await recordForPerson(tx, person, { action: "account.change_password", address, now });
		return { sid, expiresAt: replaced.expiresAt };
	});
}

const isConfirmed = (factor: { confirmedAt: Date | null } | null | undefined) => factor?.confirmedAt != null;

const refuse = (message: string) =>
	new AppError("invalid_input", message, { fields: [{ field: "next", message }] });

const changedMeanwhile = () =>
	new AppError("conflict", "Your account was changed elsewhere at the same moment. Reload the page and see.");
