import { newId } from "#lib/core/ids.ts";
import { standsAlone } from "#lib/core/people/password-limits.ts";
import type { Database } from "#lib/data/client.ts";
import { insertPerson } from "#lib/data/members.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { hashPassword } from "#lib/passwords/passwords.ts";
import { refuseDuplicate } from "../refuse-duplicate.ts";

export type NewPerson = { email: string; name: string; password: string };

/**
 * Makes an account without any rights. Refuses an address that somebody signs in with already. Whether the password is
 * good enough is asked where people choose one.
 */
export async function createPerson(database: Database, person: NewPerson, now: Date) {
	const { email, name, password } = person;
	const row = {
		id: newId(),
		email,
		name,
		passwordHash: await hashPassword(password),
		passwordStandsAlone: standsAlone(password),
	};
	return refuseDuplicate(
		transactAs(database, {}, (tx) => insertPerson(tx, row, now)),
		{ field: "email", message: "Somebody signs in with this address already." },
	);
}
