import { AppError } from "#lib/core/errors.ts";
import { replaceHash } from "#lib/data/accounts.ts";
import type { Database } from "#lib/data/client.ts";
import { findPersonByEmail, findPersonById } from "#lib/data/people.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { fitsPassword, hashPassword, isHashOutdated } from "#lib/passwords/passwords.ts";

/**
 * The person whose address and password these are, or null. Unknown address, wrong password and disabled account take
 * the same work and give the same answer.
 */
export async function checkPassword(database: Database, email: string, password: string) {
	const person = await transactAs(database, {}, (tx) => findPersonByEmail(tx, email));
	const fits = await fitsPassword(password, person?.passwordHash ?? null);
	if (!person || !fits || person.disabledAt) return null;
	if (isHashOutdated(person.passwordHash)) await renewHash(database, person, password);
	const hasSecondFactor = person.secondFactor?.confirmedAt != null;
	const { id, name, email: found, passwordChangedAt } = person;
	return { id, name, email: found, passwordChangedAt, hasSecondFactor };
}

/** Moves a password to the newest pepper, so that the secret before can go one day. At the latest the next time. */
async function renewHash(database: Database, person: { id: string; passwordHash: string }, password: string) {
	try {
		const hash = await hashPassword(password);
		await transactAs(database, { personId: person.id }, (tx) => replaceHash(tx, person, hash));
	} catch (error) {
		if (!(error instanceof AppError)) throw error;
	}
}

/** Whether this is the person's password: asked again before something grave. */
export async function confirmPassword(database: Database, personId: string, password: string) {
	const person = await transactAs(database, { personId }, (tx) => findPersonById(tx, personId));
	const fits = await fitsPassword(password, person?.passwordHash ?? null);
	return fits && person?.disabledAt === null;
}
