import { AppError } from "#lib/core/errors.ts";
import type { Tx } from "#lib/data/client.ts";
import { findTaken, type Identity, type Place } from "#lib/data/contacts.ts";

const MESSAGES = {
	email: "Another contact of this location has this e-mail address.",
	phone: "Another contact of this location has this phone number.",
};

/** Refuses an address or a number that another contact has. Both are held, see `holdIdentity`. */
export async function refuseTaken(tx: Tx, place: Place, identity: Identity, exceptId: string | null = null) {
	const taken = await findTaken(tx, place, identity, exceptId);
	const field = taken.email ? "email" : taken.phone ? "phone" : null;
	if (field === null) return;
	const message = MESSAGES[field];
	throw new AppError("conflict", message, { fields: [{ field, message }] });
}
