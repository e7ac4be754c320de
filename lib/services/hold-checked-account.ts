import { AppError } from "#lib/core/errors.ts";
import { lockAccount } from "#lib/data/accounts.ts";
import type { Tx } from "#lib/data/client.ts";
import { findPersonById } from "#lib/data/people.ts";

/** What an account was like when a password or a code of it was found right. */
export type CheckedAccount = { id: string; passwordChangedAt: Date | null; hasSecondFactor: boolean };

/**
 * Holds an account until the transaction ends. Refused when its password or second factor has changed since the check:
 * what a proof of before begins would outlive the change that ended everything else.
 */
export async function holdCheckedAccount(tx: Tx, checked: CheckedAccount) {
	await lockAccount(tx, checked.id);
	const account = await findPersonById(tx, checked.id);
	const isSame =
		account?.disabledAt === null &&
		account.passwordChangedAt?.getTime() === checked.passwordChangedAt?.getTime() &&
		(account.secondFactor?.confirmedAt != null) === checked.hasSecondFactor;
	if (!isSame) throw new AppError("conflict", "Your account was changed at the same moment. Sign in again.");
}
