import { AppError } from "#lib/core/errors.ts";
import { newId } from "#lib/core/ids.ts";
import { digestToken, newOneTimeToken } from "#lib/core/one-time-token.ts";
import { updateEmail } from "#lib/data/accounts.ts";
import type { Tx } from "#lib/data/client.ts";
import type { AccountContext } from "#lib/data/context.ts";
import { findToken, insertToken, spendToken, spendTokensOf } from "#lib/data/one-time-tokens.ts";
import { findPersonByEmail, findPersonById } from "#lib/data/people.ts";
import { endSessionsOf } from "#lib/data/sessions.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { recordForPerson } from "../audit/record-for-person.ts";
import { refuseDuplicate } from "../refuse-duplicate.ts";
import { requireStepUp } from "../require-step-up.ts";

const LINK_HOURS = 24;

const WHY = "Confirm that it is you before you change the address that you sign in with.";
const TAKEN = { field: "email", message: "Somebody signs in with this address already." };

/** Changes the address that the person signs in with, and ends their other sessions. Returns the one before. */
export function changeEmail(ctx: AccountContext, email: string): Promise<string> {
	requireStepUp(ctx, WHY);
	const change = transactAs(ctx.database, { personId: ctx.person.id }, (tx) => applyEmail(tx, ctx, email));
	return refuseDuplicate(change, TAKEN);
}

/**
 * Makes the token for a link to the new address, which changes nothing until the person opens it: so nobody ends up with
 * an address that is not theirs. An earlier link counts no more.
 */
export function askToConfirmEmail(ctx: AccountContext, email: string): Promise<{ token: string }> {
	requireStepUp(ctx, WHY);
	const { database, person, now } = ctx;
	const { token, digest } = newOneTimeToken();
	return transactAs(database, { personId: person.id }, async (tx) => {
		if (await findPersonByEmail(tx, email)) throw taken();
		await spendTokensOf(tx, person.id, now, "EMAIL_CHANGE");
		await insertToken(tx, {
			id: newId(),
			kind: "EMAIL_CHANGE",
			userId: person.id,
			digest,
			detail: email,
			createdAt: now,
			expiresAt: new Date(now.getTime() + LINK_HOURS * 3_600_000),
		});
		return { token };
	});
}

/** The address that a link would give to the person; null when it is not theirs or counts no more. */
export const findEmailChange = ({ database, person, now }: AccountContext, token: string) =>
	transactAs(database, { personId: person.id }, async (tx) => {
		const found = await findToken(tx, "EMAIL_CHANGE", digestToken(token), now);
		return found?.userId === person.id ? found.detail : null;
	});

/** Changes the address to the one that the link was sent to. */
export function confirmEmail(ctx: AccountContext, token: string): Promise<{ email: string; before: string }> {
	const { database, person, now } = ctx;
	const change = transactAs(database, { personId: person.id }, async (tx) => {
		const found = await findToken(tx, "EMAIL_CHANGE", digestToken(token), now);
		const email = found?.userId === person.id ? found.detail : null;
		if (!found || !email || !(await spendToken(tx, found.id, now))) {
			throw new AppError("conflict", "This link counts no more. Ask for a new one on your account page.");
		}
		return { email, before: await applyEmail(tx, ctx, email) };
	});
	return refuseDuplicate(change, TAKEN);
}

async function applyEmail(tx: Tx, { person, sessionId, now, address }: AccountContext, email: string) {
	const before = (await findPersonById(tx, person.id))?.email ?? person.email;
	if (before === email) throw refuse("This is your address already.");
	await updateEmail(tx, person.id, email, now);
	await endSessionsOf(tx, person.id, now, sessionId);
	// A reset link went to the address before.
	await spendTokensOf(tx, person.id, now);
	await recordForPerson(tx, person, {
		action: "account.change_email",
		address,
		now,
		before: { email: before },
		after: { email },
	});
	return before;
}

const refuse = (message: string) =>
	new AppError("invalid_input", message, { fields: [{ field: "email", message }] });

const taken = () => new AppError("conflict", TAKEN.message, { fields: [TAKEN] });
