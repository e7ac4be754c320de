import { AppError, notFound } from "#lib/core/errors.ts";
import { newId } from "#lib/core/ids.ts";
import { passwordProblems } from "#lib/core/people/password-rules.ts";
import type { SetUpForm } from "#lib/core/places/set-up-form.ts";
import { isSameToken } from "#lib/core/set-up-token.ts";
import type { Database } from "#lib/data/client.ts";
import { markSetUp } from "#lib/data/installation.ts";
import { insertPerson } from "#lib/data/members.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { hashPassword } from "#lib/passwords/passwords.ts";
import { foundAgency, founderContext } from "./create.ts";
import { findSetUpToken } from "./find-set-up-token.ts";

type SetUp = { token: string; form: SetUpForm; address: string };

/**
 * Makes the first agency and its owner, once: whoever marks the installation as set up is the one, and for everybody else
 * there is nothing here any more.
 */
export async function setUpInstallation(database: Database, { token, form, address }: SetUp, now: Date) {
	await checkSetUpToken(database, token);
	const { agencyName, slug, name, email, password } = form;
	const problem = passwordProblems(password, { email, name, hasSecondFactor: false });
	if (problem) throw refuse("password", problem);

	const owner = { id: newId(), name };
	const passwordHash = await hashPassword(password);
	const ctx = founderContext(database, owner, now, address);
	await inTransaction(ctx, async (tx) => {
		if (!(await markSetUp(tx, now))) throw notFound();
		await insertPerson(tx, { ...owner, email, passwordHash }, now);
		await foundAgency(tx, ctx, { name: agencyName, slug, owner });
	});
	return { slug };
}

/** Refuses a wrong token, and any token once the installation is set up. */
export async function checkSetUpToken(database: Database, token: string) {
	const expected = await findSetUpToken(database);
	if (expected === null) throw notFound();
	if (!isSameToken(token, expected)) {
		throw refuse("token", "This is not the set-up token. Copy it again from where Latchkey was started.");
	}
}

const refuse = (field: string, message: string) =>
	new AppError("invalid_input", message, { fields: [{ field, message }] });
