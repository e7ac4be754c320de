import type { Database } from "#lib/data/client.ts";
import { findPersonByEmail, findPersonById } from "#lib/data/people.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { fitsPassword } from "#lib/passwords/passwords.ts";

/**
 * The person whose address and password these are, or null. Unknown address, wrong password and disabled account take
 * the same work and give the same answer.
 */
export async function checkPassword(database: Database, email: string, password: string) {
	const person = await transactAs(database, {}, (tx) => findPersonByEmail(tx, email));
	const fits = await fitsPassword(password, person?.passwordHash ?? null);
	if (!person || !fits || person.disabledAt) return null;
	return { id: person.id, name: person.name, email: person.email };
}

/** Whether this is the person's password: asked again before something grave. */
export async function confirmPassword(database: Database, personId: string, password: string) {
	const person = await transactAs(database, { personId }, (tx) => findPersonById(tx, personId));
	const fits = await fitsPassword(password, person?.passwordHash ?? null);
	return fits && person?.disabledAt === null;
}
