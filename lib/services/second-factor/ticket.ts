import { newId } from "#lib/core/ids.ts";
import { digestToken, newOneTimeToken } from "#lib/core/one-time-token.ts";
import type { Database, Tx } from "#lib/data/client.ts";
import type { AccountContext } from "#lib/data/context.ts";
import { findToken, insertToken, spendToken } from "#lib/data/one-time-tokens.ts";
import { findPersonById } from "#lib/data/people.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { recordForPerson } from "../audit/record-for-person.ts";
import { type CheckedAccount, holdCheckedAccount } from "../hold-checked-account.ts";
import { type Proof, takeCode } from "./take-code.ts";

export const TICKET_MINUTES = 5;

/** Says for some minutes that this person's password was right: only the code is missing. */
export async function issueTicket(database: Database, checked: CheckedAccount, now: Date): Promise<string> {
	const { id: personId } = checked;
	const { token, digest } = newOneTimeToken();
	const expiresAt = new Date(now.getTime() + TICKET_MINUTES * 60_000);
	await transactAs(database, { personId }, async (tx) => {
		await holdCheckedAccount(tx, checked);
		await insertToken(tx, {
			id: newId(),
			kind: "SECOND_FACTOR",
			userId: personId,
			digest,
			createdAt: now,
			expiresAt,
		});
	});
	return token;
}

export type TicketHolder = AccountContext["person"];

/** Whose ticket this is, while it counts. */
export const findTicketHolder = (database: Database, ticket: string, now: Date) =>
	transactAs(database, {}, async (tx) => (await findHolder(tx, ticket, now))?.person ?? null);

/** Gives a ticket and a code for a sign-in. Null when the ticket counts no more, or when the code does not. */
export function redeemTicket(
	database: Database,
	{ ticket, code, address }: { ticket: string; code: string; address: string },
	now: Date,
): Promise<{ person: TicketHolder; checked: CheckedAccount; proof: Proof } | null> {
	return transactAs(database, {}, async (tx) => {
		const holder = await findHolder(tx, ticket, now);
		if (!holder) return null;
		const { tokenId, person, checked } = holder;
		const proof = await takeCode(tx, person.id, code, now);
		if (!proof || !(await spendToken(tx, tokenId, now))) return null;
		if (proof === "recovery_code") {
			await recordForPerson(tx, person, { action: "recovery_code.use", address, now });
		}
		return { person, checked, proof };
	});
}

/** Makes a ticket worthless: its holder guesses. */
export const tearUpTicket = (database: Database, ticket: string, now: Date) =>
	transactAs(database, {}, async (tx) => {
		const token = await findToken(tx, "SECOND_FACTOR", digestToken(ticket), now);
		if (token) await spendToken(tx, token.id, now);
	});

async function findHolder(tx: Tx, ticket: string, now: Date) {
	const token = await findToken(tx, "SECOND_FACTOR", digestToken(ticket), now);
	const account = token && (await findPersonById(tx, token.userId));
	if (!account || account.disabledAt) return null;
	const { id, name, email, language, passwordChangedAt, secondFactor } = account;
	const checked = { id, passwordChangedAt, hasSecondFactor: secondFactor?.confirmedAt != null };
	return { tokenId: token.id, person: { id, name, email, language }, checked };
}
